export { type Clock, systemClock } from "./clock.ts";
export { Closing } from "./closing.ts";
export { sha256, stableJson } from "./digest.ts";
export { InvariantError, messageOf, TransientError, UsageError, ZonewrightError } from "./errors.ts";
export { createLog, type Log, type LogFields, redact, silentLog } from "./log.ts";
export {
  codeBlock,
  codeSpan,
  escapeMarkdown,
  markdownSentence,
  showInvisible,
  tableRow,
} from "./markdown.ts";
export { didYouMean, editDistance } from "./similar.ts";
export { fileSpan, formatPosition, type Position, type Span } from "./span.ts";
export { TextPlaces } from "./text-places.ts";
export { xmlAttribute, xmlText } from "./xml.ts";
