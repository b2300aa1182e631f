import type { Name } from "../../dns/index.ts";
import type { Change, Dependant, PlannedZone, RecordCounts, RiskLevel } from "../plan.ts";

/** What a class of risk says of a change, or of the zone where it names none. */
export interface Finding {
  readonly level: RiskLevel;
  readonly why: string;
  readonly change?: Change;
}

/** A zone's change, as the classes look at it. */
export interface ZoneFacts {
  readonly before: PlannedZone | undefined;
  readonly after: PlannedZone | undefined;
  readonly apex: Name;
  readonly changes: readonly Change[];
  readonly counts: RecordCounts;
  /** Who leads to a name that is taken away or altered, by that name. */
  readonly dependants: ReadonlyMap<string, readonly Dependant[]>;
  /** Whether those are all. */
  readonly dependantsComplete: boolean;
  /** Whether some zone of the repository holds a name, in any view. */
  readonly isOurs: (name: Name) => boolean;
  /** Whether somebody put the name on the list of those to look at twice. */
  readonly isCritical: (owner: Name) => boolean;
}

/** A class of risk. `title` stands before what it says: "apex NS". */
export interface RiskClass {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  find(zone: ZoneFacts): Finding[];
}
