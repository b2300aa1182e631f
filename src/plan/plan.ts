import type { Zone } from "../dns/index.ts";

/** A zone as one tree of the repository has it. `name` is the zone's name, `view` the audience it is for. */
export interface PlannedZone {
  readonly zone: Zone;
  readonly name: string;
  readonly view: string;
  readonly serial: SerialPolicy;
  /** Its own file first, then what that includes; none where the zone does not come from files. */
  readonly files?: readonly string[];
}

/** `managed`: the serial in the file means nothing, Zonewright sets it. `from-file`: the author does. */
export type SerialPolicy = "managed" | "from-file";

/** An RRset in presentation form: owner in lower case, RDATA in canonical order and spelling. `ttl` is seconds. */
export interface RRsetValue {
  readonly owner: string;
  readonly type: string;
  readonly ttl: number;
  readonly rdata: readonly string[];
}

/** What happens to one RRset. A change of TTL alone is a change. */
export type Change =
  | { readonly op: "add"; readonly after: RRsetValue }
  | { readonly op: "remove"; readonly before: RRsetValue }
  | { readonly op: "change"; readonly before: RRsetValue; readonly after: RRsetValue };

/** Records, not RRsets. A record that replaces another of its RRset, or gets another TTL, is changed. */
export interface RecordCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/**
 * A name that is gone and whose records are there, all and unchanged, under one new name and no other. `records` are
 * counted as removed and as added too: resolvers know nothing of a rename.
 */
export interface Rename {
  readonly from: string;
  readonly to: string;
  readonly types: readonly string[];
  readonly records: number;
}

/** A record that leads to a name whose answer changes; `of` is that name, `through` the alias between, if one is. */
export interface Dependant {
  readonly name: string;
  readonly type: string;
  readonly zone: string;
  readonly view: string;
  readonly of: string;
  readonly through?: string;
}

/** How long resolvers may go on giving what was true before: an old answer, or that there was none. */
export interface Exposure {
  readonly owner: string;
  readonly type: string;
  readonly seconds: number;
  readonly why: "old answer cached" | "absence cached";
}

export type RiskLevel = "high" | "medium" | "low";

/** A reason to look twice at a change. */
export interface Risk {
  /** Id of the class. */
  readonly class: string;
  readonly level: RiskLevel;
  /** The RRset it is about; without one it is about the zone. */
  readonly owner?: string;
  readonly type?: string;
  /** In words that hold no text of a record. */
  readonly why: string;
  /** Records in all zones that lead to that owner, up to 1,000. */
  readonly dependants: number;
}

export interface ZonePlan {
  readonly zone: string;
  readonly view: string;
  readonly state: "new" | "changed" | "removed";
  readonly changes: readonly Change[];
  readonly counts: RecordCounts;
  /** Records of the zone as it was; 0 for a new one. */
  readonly size: number;
  readonly renames: readonly Rename[];
  /** Highest level first. */
  readonly risks: readonly Risk[];
  /** The first 1,000. */
  readonly dependants: readonly Dependant[];
  /** False where there are more dependants, or may be: too many records would have to be looked at. */
  readonly dependantsComplete: boolean;
  readonly exposure: readonly Exposure[];
}

/** An edit of a file that zones come from. */
export interface FileChange {
  readonly file: string;
  /** Lines that differ. */
  readonly lines: number;
  /** How many zones read it, and whether it is included by any rather than a zone's own file. */
  readonly readBy: number;
  readonly included: boolean;
  /** What the edit does to records of those zones that are there before and after; undefined where it was not worked out. */
  readonly effect: Effect | undefined;
  /** Edits of directives that change records which stand on other lines. */
  readonly directives: readonly DirectiveChange[];
}

/** What an edit does: the zones with it, compared with the zones as they would be without. */
export interface Effect {
  readonly counts: RecordCounts;
  /** Zones in which records change. */
  readonly zones: number;
}

/** `before` and `after` are the directive's line; one of them is missing where it came or went. */
export interface DirectiveChange {
  readonly directive: "$TTL" | "$ORIGIN" | "$INCLUDE" | "$GENERATE";
  /** 1-based: of the new file, or where it stood if it is gone. */
  readonly line: number;
  readonly before?: string;
  readonly after?: string;
  /** Undefined where it was not worked out, since the zones are too large or too many. */
  readonly effect: Effect | undefined;
}

/** A version of a file, by git's object id and mode; octets where they are known. */
export interface PlannedBlob {
  readonly oid: string;
  readonly mode: string;
  readonly octets?: number;
}

/** A configuration file that changes. Without `before` it is new, without `after` it is removed. */
export interface PathChange {
  readonly path: string;
  /** Where it is deployed; without one it is not. */
  readonly target?: string;
  readonly before?: PlannedBlob;
  readonly after?: PlannedBlob;
}

/**
 * What a pull request does to the zones and to configuration files. `digest` covers the changes only: same changes, same
 * digest.
 */
export interface Plan {
  /** Only zones with changes, by name and view. */
  readonly zones: readonly ZonePlan[];
  /** What was edited in the zones' files, where the plan is made from files. */
  readonly files: readonly FileChange[];
  /** Configuration files that change, by path. */
  readonly paths: readonly PathChange[];
  readonly digest: string;
  readonly empty: boolean;
}
