export { type LookupCount, LookupCounter, mostLookups, mostVoidLookups } from "./lookups.ts";
export { type PlacedTerm, readSpf, type SpfRecord, spfVersion } from "./record.ts";
export { type SpfTxt, spfRecords } from "./records.ts";
export { readTerm, type SpfTerm, type TermProblem } from "./term.ts";
