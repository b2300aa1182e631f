import type { Zone } from "../dns/index.ts";

/** A zone as one tree of the repository has it. `name` is the zone's name, `view` the audience it is for. */
export interface PlannedZone {
  readonly zone: Zone;
  readonly name: string;
  readonly view: string;
  readonly serial: SerialPolicy;
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

/** A record that leads to a name whose answer changes, directly or through aliases; `of` is that name. */
export interface Dependant {
  readonly name: string;
  readonly type: string;
  readonly zone: string;
  readonly of: string;
}

/** How long resolvers may go on giving what was true before: an old answer, or that there was none. */
export interface Exposure {
  readonly owner: string;
  readonly type: string;
  readonly seconds: number;
  readonly why: "old answer cached" | "absence cached";
}

export interface ZonePlan {
  readonly zone: string;
  readonly view: string;
  readonly state: "new" | "changed" | "removed";
  readonly changes: readonly Change[];
  readonly counts: RecordCounts;
  readonly dependants: readonly Dependant[];
  readonly exposure: readonly Exposure[];
}

/** What a pull request does to the zones. `digest` covers the changes only: same changes, same digest. */
export interface Plan {
  /** Only zones with changes, by name and view. */
  readonly zones: readonly ZonePlan[];
  readonly digest: string;
  readonly empty: boolean;
}
