import { compareDiagnostics, type Diagnostic } from "./diagnostic.ts";
import { formatGithub } from "./github.ts";
import { formatJson } from "./json.ts";
import { formatJunit } from "./junit.ts";
import { type DescribeRule, formatSarif } from "./sarif.ts";
import { formatText } from "./text.ts";

export const diagnosticFormats = ["text", "json", "sarif", "junit", "github"] as const;
export type DiagnosticFormat = (typeof diagnosticFormats)[number];

export interface FormatOptions {
  /** The content of a file, so that text can show the line with a caret under the spot. */
  readonly source?: (file: string) => string | undefined;
  /** Colour text with ANSI codes. Off by default. */
  readonly colour?: boolean;
  /** What rules are about, for formats that list them (sarif). */
  readonly describe?: DescribeRule;
  /** Files that were judged, whatever was found, for formats that list them (junit). */
  readonly judged?: readonly string[];
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
    case "sarif":
      return formatSarif(sorted, options.describe ?? (() => undefined));
    case "junit":
      return formatJunit(sorted, options.judged ?? []);
    case "github":
      return formatGithub(sorted);
  }
}
