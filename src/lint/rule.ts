import type { Span } from "../base/index.ts";
import type { Fix, Severity } from "../diagnostic/index.ts";
import type { RRType } from "../dns/index.ts";
import type { RuleExample } from "./example.ts";
import type { Reference } from "./references.ts";
import type { World } from "./world.ts";
import type { LintZone } from "./zone.ts";

/** Sets of rules, each containing the ones before it. */
export const ruleSets = ["recommended", "strict", "all"] as const;
export type RuleSet = (typeof ruleSets)[number];

/** What a rule says. The place is `span`, else the record in `row`, else the zone's file. */
export interface Finding {
  readonly row?: number | undefined;
  readonly span?: Span | undefined;
  readonly message: string;
  readonly fix?: Fix | undefined;
  /** Instead of the rule's own; what the repository configures goes first. */
  readonly severity?: Severity;
}

export interface RuleContext {
  /** The zone under judgement. */
  readonly zone: LintZone;
  /** All zones of the repository, the one under judgement too. */
  readonly zones: readonly LintZone[];
  /** What those zones, together, say of a name. */
  readonly world: World;
  /** Records of the zone under judgement that point at a name, in file order: of one type, or all. */
  references(type?: RRType): readonly Reference[];
  report(finding: Finding): void;
}

/** One lint rule, one file. `check` takes time linear in the size of the zone under judgement. */
export interface Rule<Id extends string = string> {
  readonly id: Id;
  readonly severity: Severity;
  /** The smallest set that has the rule. */
  readonly set: RuleSet;
  /**
   * A zone with such a finding is not deployed, and no configuration lowers it: nameservers refuse the zone, or
   * differ on what it says.
   */
  readonly structural: boolean;
  /** One sentence: what the rule catches. */
  readonly summary: string;
  readonly rfc?: string;
  /** Why it matters and what to do, for the rule's page. */
  readonly explanation: string;
  /** Rules that say less about the same spot: their findings there are dropped. */
  readonly supersedes?: readonly string[];
  readonly examples: { readonly fail: readonly RuleExample[]; readonly pass: readonly RuleExample[] };
  check(context: RuleContext): void;
}
