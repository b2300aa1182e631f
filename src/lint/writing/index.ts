/** How records are written, and how a fix edits them. */

export { replaceSpan } from "./edits.ts";
export { type Insertion, insertBehind } from "./insertion.ts";
export { placeText } from "./place-text.ts";
export { shown } from "./shown.ts";
export { addDot, type DotEvidence, dotEvidence, mayLackDot, withDot } from "./trailing-dot.ts";
export { Written } from "./written.ts";
