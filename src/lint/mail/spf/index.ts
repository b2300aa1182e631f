/** SPF records (RFC 7208): their terms, and the lookups that they cost. */

export { type LookupCount, LookupCounter, mostLookups, mostVoidLookups } from "./lookups.ts";
export { type PlacedTerm, readSpf } from "./record.ts";
export { type SpfTxt, spfRecords } from "./records.ts";
export { readTerm, type SpfTerm } from "./term.ts";
