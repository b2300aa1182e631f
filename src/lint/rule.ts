import type { Span } from "../base/index.ts";
import type { Fix, Severity } from "../diagnostic/index.ts";
import type { RRType } from "../dns/index.ts";
import type { RRsetChange } from "./change.ts";
import type { RuleExample } from "./example.ts";
import type { References } from "./references.ts";
import type { World } from "./world.ts";
import type { LintZone } from "./zone.ts";

/** Sets of rules, each containing the ones before it. */
export const ruleSets = ["recommended", "strict", "all"] as const;
export type RuleSet = (typeof ruleSets)[number];

/** Nameserver software that a portability note may be about. */
export const servers = ["bind", "knot", "nsd", "powerdns"] as const;
export type Server = (typeof servers)[number];

/**
 * What a rule looks at: one zone; other zones of the repository too; what the change does to the zone; the clock as
 * well.
 */
export type RuleScope = "zone" | "repository" | "change" | "time";

/** What a rule says. The place is `span`, else the record in `row`, else the zone's file. */
export interface Finding {
  readonly row?: number | undefined;
  readonly span?: Span | undefined;
  readonly message: string;
  readonly fix?: Fix | undefined;
  /** Instead of the rule's own; what the repository configures goes first. */
  readonly severity?: Severity;
}

export type OptionValue = number | readonly string[];

/** Something a repository may set for a rule: a number, or a list of words, as its default is. */
export interface RuleOption {
  readonly default: OptionValue;
  /** What it does, in one line; with the unit of a number. */
  readonly summary: string;
}

/**
 * What a rule is given. What takes a pass over the zone is worked out when it is first asked for, once for all rules:
 * a rule about a rare type costs nothing in a zone without it.
 */
export interface RuleContext {
  /** The zone under judgement. */
  readonly zone: LintZone;
  /** All zones of the repository, the one under judgement too. */
  readonly zones: readonly LintZone[];
  /** What those zones, together, say of a name. */
  readonly world: World;
  /** Paths of every file of the repository, as far as they are known; empty where they are not. */
  readonly paths: readonly string[];
  /** The snapshot's clock: milliseconds since 1970. */
  readonly now: number;
  /** Rows of the zone under judgement that have one of these types, in file order. */
  rowsOf(...types: readonly RRType[]): readonly number[];
  /** The first row of each distinct owner of the zone under judgement, in file order. */
  ownerRows(): readonly number[];
  /** Records of the zone under judgement that point at a name, in file order: of one type, or all. */
  references(type?: RRType): References;
  /** What the change does to the RRsets of the zone under judgement; none where it has no `before`. */
  changes(): readonly RRsetChange[];
  /** What a function makes of the zone under judgement: made once for all rules that ask with the same function. */
  once<T>(make: (context: ZoneContext) => T): T;
  /** The rule's option of this name: what the repository set, else its default. Throws where the rule declares none. */
  number(option: string): number;
  words(option: string): readonly string[];
  /** What the rule finds. A function is called only where the finding is told: of very many, the first are. */
  report(finding: Finding | (() => Finding)): void;
}

/** The part of a context that is the same for all rules. */
export type ZoneContext = Omit<RuleContext, "number" | "words" | "report">;

/** One lint rule, one file. `check` takes time linear in the size of the zone under judgement. */
export interface Rule<Id extends string = string> {
  readonly id: Id;
  readonly severity: Severity;
  /** Of a rule whose findings may be more severe than that: the most severe. */
  readonly mostSevere?: Severity;
  /** The smallest set that has the rule. */
  readonly set: RuleSet;
  /** "zone" where it is not said. */
  readonly scope?: RuleScope;
  /**
   * A zone with such a finding is not deployed, and no configuration lowers it: nameservers refuse the zone, or
   * differ on what it says.
   */
  readonly structural: boolean;
  /** Of a portability note: the software it concerns. It is left out where none of that serves the zone. */
  readonly concerns?: readonly Server[];
  /** One sentence: what the rule catches. */
  readonly summary: string;
  readonly rfc?: string;
  /** Why it matters and what to do, for the rule's page. */
  readonly explanation: string;
  readonly options?: Readonly<Record<string, RuleOption>>;
  /** Types it is about: it is not run for a zone that has none of them, neither now nor before. */
  readonly types?: readonly RRType[];
  /** Rules that say less about the same spot: their findings there are dropped. */
  readonly supersedes?: readonly string[];
  readonly examples: { readonly fail: readonly RuleExample[]; readonly pass: readonly RuleExample[] };
  check(context: RuleContext): void;
}
