export { lookup } from "./lookup.ts";
export type { AnswerRRset, LookupKind, LookupResult } from "./result.ts";
