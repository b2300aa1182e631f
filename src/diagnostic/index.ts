export { compareDiagnostics, type Diagnostic, type Edit, type Fix, type Severity } from "./diagnostic.ts";
export { applyEdits } from "./edit.ts";
export { type DiagnosticFormat, diagnosticFormats, type FormatOptions, formatDiagnostics } from "./format.ts";
export { type KnownFinding, splitKnown } from "./known.ts";
