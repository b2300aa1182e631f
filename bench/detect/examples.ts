import { type RuleExample, rules } from "../../src/lint/index.ts";
import { parserRules } from "../../src/zonefile/index.ts";
import { ZONE_FILE } from "../../test/corpus/triggers/trigger.ts";
import { torture } from "../../test/corpus/zonefile/torture.ts";
import { preamble, type TortureCase, tortureOrigin } from "../../test/corpus/zonefile/torture-case.ts";

/** A zone that a rule of ours finds fault with, as other tools can be given it. */
export interface RuleTrigger {
  readonly rule: string;
  readonly origin: string;
  readonly files: Readonly<Record<string, string>>;
  /** Milliseconds since 1970 at which it is to be judged. */
  readonly now: number;
  readonly serial: "managed" | "from-file";
}

/** One zone for each rule, from its examples and those of the parser; `wider` are rules that need more than one zone. */
export function ruleTriggers(): { triggers: RuleTrigger[]; wider: string[] } {
  const cases = Object.values(torture).flat();
  const triggers = Object.keys(parserRules).flatMap((rule): RuleTrigger[] => {
    const found = plainest(cases.filter(({ reports }) => reports.some((line) => line.endsWith(` ${rule}`))));
    return found ? [{ rule, ...ofTorture(found), now: Date.now(), serial: "managed" }] : [];
  });
  const wider: string[] = [];
  for (const { id, examples } of rules) {
    const given = examples.fail.filter(isOfOneZone);
    const [example] = given.sort((a, b) => marks(a).size - marks(b).size);
    if (example) triggers.push({ rule: id, ...ofExample(example) });
    else wider.push(id);
  }
  return { triggers, wider };
}

/** Whether nothing is to be known beside the zone. */
function isOfOneZone({ zones, paths }: RuleExample): boolean {
  return zones.length === 1 && zones[0]!.before === undefined && paths === undefined;
}

/** The case about the fewest things. */
function plainest(cases: readonly TortureCase[]): TortureCase | undefined {
  return [...cases].sort((a, b) => a.reports.length - b.reports.length)[0];
}

function ofTorture({ input, bare, includes = {} }: TortureCase): Pick<RuleTrigger, "origin" | "files"> {
  return { origin: tortureOrigin, files: { ...includes, [ZONE_FILE]: bare ? input : preamble + input } };
}

function ofExample({ zones, at = "2026-01-01" }: RuleExample): Omit<RuleTrigger, "rule"> {
  const { origin, text, includes = {}, serial = "managed" } = zones[0]!;
  return { origin, files: { ...includes, [ZONE_FILE]: text }, now: Date.parse(at), serial };
}

/** The rules that an example speaks of. */
function marks({ zones }: RuleExample): ReadonlySet<string> {
  return new Set([...zones[0]!.text.matchAll(/;! (\S+)/g)].map(([, rule]) => rule!));
}
