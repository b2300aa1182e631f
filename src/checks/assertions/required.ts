import { z } from "zod";
import { type RRType, TYPE, typeName } from "../../dns/index.ts";
import type { AssertionKind } from "../assertion.ts";
import { describeResolution, recordName } from "../describe.ts";
import type { Miss } from "../miss.ts";
import { isOneName, matchesName, type NamePattern } from "../name-pattern.ts";
import { closed, namePatternsOption, typeOption } from "../options.ts";
import type { Questions } from "../questions.ts";
import type { Resolution } from "../resolver.ts";

const options = closed({
  required: namePatternsOption,
  type: typeOption.optional(),
  min: z.number().int().min(1).default(1),
});

/** Names that have to be there; of a pattern, so many of them. */
export const required: AssertionKind<"required", typeof options> = {
  kind: "required",
  summary: "Each of these names exists; of each pattern at least so many names do.",
  options,
  example: `required: [ntp.acme.example, "db*.sto.acme.example"]
type: A`,
  evaluate({ required: patterns, type, min }, ask) {
    return patterns.flatMap((pattern) =>
      isOneName(pattern)
        ? ask.judge(() => judgeName(pattern, type, ask))
        : ask.judge(() => judgePattern(pattern, type, min, ask)),
    );
  },
};

function judgeName({ top: name }: NamePattern, type: RRType | undefined, ask: Questions): readonly Miss[] {
  const answer = ask.resolve(name, type ?? TYPE.A);
  if (stands(answer, type)) return [];
  const expected = type === undefined ? "the name to exist" : `at least one ${typeName(type)} record`;
  const found = describeResolution(answer, type ?? TYPE.A);
  const record = type === undefined ? name : recordName(name, type);
  return [{ record, expected, found, missing: { name, type: type ?? TYPE.A } }];
}

function judgePattern(
  pattern: NamePattern,
  type: RRType | undefined,
  min: number,
  ask: Questions,
): readonly Miss[] {
  let seen = 0;
  for (const { name, types } of ask.names(pattern.top)) {
    if (!matchesName(pattern, name) || (type !== undefined && !types.includes(type))) continue;
    if (stands(ask.resolve(name, type ?? types[0]!), type)) seen += 1;
    if (seen >= min) return [];
  }
  const what = type === undefined ? "" : ` with ${typeName(type)} records`;
  const expected = `at least ${min} ${min === 1 ? "name" : "names"} like ${pattern.text}${what}`;
  return [{ record: pattern.text, expected, found: String(seen) }];
}

/** Whether an answer means that a name exists, with records of the type if one is wanted. */
function stands({ kind }: Resolution, type: RRType | undefined): boolean {
  return kind === "records" || (type === undefined && kind !== "nxdomain" && kind !== "unreachable");
}
