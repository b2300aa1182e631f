export { LintMemo, type Looked } from "./memo.ts";
export { Witness } from "./witness.ts";
