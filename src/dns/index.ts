export { ipv4FromText, ipv6FromText, ipv6ToText } from "./ip.ts";
export { type AnswerRRset, type LookupKind, type LookupResult, lookup } from "./lookup/index.ts";
export {
  isAtOrBelow,
  isWildcard,
  labelsOf,
  type Name,
  NameError,
  nameKey,
  parentOf,
  parseName,
  rootName,
  wildcardOf,
} from "./name.ts";
export { compareNames } from "./name-order.ts";
export {
  longestLabel,
  longestName,
  nameFromWire,
  nameToWire,
  wireFromText,
  wireNameLength,
} from "./name-wire.ts";
export { compareOctets } from "./octets.ts";
export {
  endOfRdata,
  type RdataCodec,
  RdataError,
  type RdataField,
  type RdataName,
  type RdataNameRole,
} from "./rdata/codec.ts";
export { codecOf, rdataCodecs } from "./rdata/index.ts";
export {
  canonicalRdata,
  checkRdata,
  compareRdata,
  rdataFromText,
  rdataNames,
  rdataToText,
} from "./rdata/rdata.ts";
export { compareSerial, nextSerial, type Serial } from "./serial.ts";
export { formatDuration, parseTtl } from "./ttl.ts";
export { CLASS_IN, isMetaType, type RRType, TYPE, typeCode, typeName } from "./type.ts";
export * from "./wire/index.ts";
export {
  contentHash,
  type ExpectedSize,
  type NameColumns,
  type NewRecord,
  type PlaceColumns,
  type Repetition,
  type Replacement,
  type RRset,
  type Soa,
  ttlOf,
  Zone,
  ZoneBuilder,
  type ZoneColumns,
  zoneOctets,
  zoneText,
  zoneTransferList,
} from "./zone/index.ts";
