export { type Edited, type EditResult, editZone, type RecordChange, type Refusal } from "./edit/index.ts";
export { type Formatted, formatZoneFile } from "./format/index.ts";
export { LIMITS } from "./limits.ts";
export { type ParseOptions, type ParseResult, parseZone, type ZoneSource } from "./parser.ts";
export { parseRevision, type Revision } from "./revision.ts";
export { type ParserRule, parserRules } from "./rules.ts";
export { scansOnRequest } from "./scans.ts";
export { readZoneText } from "./stored-text.ts";
export { type RecordTokens, recordTokens, type Token } from "./tokens.ts";
