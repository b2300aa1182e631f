/** What was found before, kept while nothing changed that the rules looked at. */

export { LintMemo, type Looked } from "./memo.ts";
export { Witness } from "./witness.ts";
