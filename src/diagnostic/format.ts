import { compareDiagnostics, type Diagnostic } from "./diagnostic.ts";
import { formatGithub } from "./github.ts";
import { formatJson } from "./json.ts";
import { formatText } from "./text.ts";

export const diagnosticFormats = ["text", "json", "github"] as const;
export type DiagnosticFormat = (typeof diagnosticFormats)[number];

export interface FormatOptions {
  /** The content of a file, so that text can show the line with a caret under the spot. */
  readonly source?: (file: string) => string | undefined;
  /** Colour text with ANSI codes. Off by default. */
  readonly colour?: boolean;
}

/** Diagnostics in their order (file, line, column), ending with a newline unless there are none to write. */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: DiagnosticFormat,
  options: FormatOptions = {},
): string {
  const sorted = [...diagnostics].sort(compareDiagnostics);
  switch (format) {
    case "text":
      return formatText(sorted, options.source ?? (() => undefined), options.colour ?? false);
    case "json":
      return formatJson(sorted);
    case "github":
      return formatGithub(sorted);
  }
}
