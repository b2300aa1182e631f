export { type ExpectedSize, type NewRecord, ZoneBuilder } from "./builder.ts";
export {
  type NameColumns,
  type PlaceColumns,
  type ZoneColumns,
  zoneOctets,
  zoneTransferList,
} from "./columns.ts";
export { contentHash } from "./content-hash.ts";
export { distinctRdata, type RRset, ttlOf } from "./rrset.ts";
export type { Soa } from "./soa.ts";
export type { Replacement } from "./splice.ts";
export type { Repetition } from "./structure.ts";
export { zoneText } from "./text.ts";
export { Zone } from "./zone.ts";
