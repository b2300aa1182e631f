import { type Span, showInvisible } from "../base/index.ts";
import type { Diagnostic, Edit, Severity } from "./diagnostic.ts";

/** What a rule is about, in one line; undefined for rules nobody described. */
export type DescribeRule = (rule: string) => string | undefined;

const levels: Record<Severity, string> = { error: "error", warning: "warning", info: "note" };

/** One run in SARIF 2.1.0 (OASIS), as code scanning reads it. Paths are relative to the repository's root. */
export function formatSarif(diagnostics: readonly Diagnostic[], describe: DescribeRule): string {
  const ids = [...new Set(diagnostics.map(({ rule }) => rule))].sort();
  const indexes = new Map(ids.map((id, index) => [id, index]));
  const rules = ids.map((id) => {
    const summary = describe(id);
    return { id, ...(summary !== undefined && { shortDescription: { text: plain(summary) } }) };
  });
  const run = {
    tool: { driver: { name: "Zonewright", rules } },
    columnKind: "unicodeCodePoints",
    results: diagnostics.map((one) => resultOf(one, indexes.get(one.rule)!)),
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function resultOf(diagnostic: Diagnostic, ruleIndex: number): object {
  const { file, rule, severity, message, fix } = diagnostic;
  const artifactLocation = { uri: uriOf(file), uriBaseId: "%SRCROOT%" };
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: plain(message) },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(diagnostic) } }],
    ...(fix && {
      fixes: [
        {
          description: { text: plain(fix.title) },
          artifactChanges: [{ artifactLocation, replacements: fix.edits.map(replacementOf) }],
        },
      ],
    }),
  };
}

function replacementOf(edit: Edit): object {
  return { deletedRegion: regionOf(edit), insertedContent: { text: edit.text } };
}

/** Lines and columns from 1 and an end that is not included: SARIF counts as we do. */
function regionOf({ line, column, endLine, endColumn }: Omit<Span, "file">): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A path as a relative URI reference; what is no Unicode becomes U+FFFD. */
function uriOf(path: string): string {
  return path.toWellFormed().split("/").map(encodeURIComponent).join("/");
}

/** Text that is only itself: no placeholders (SARIF §3.11.5), no links (§3.11.6), nothing invisible. */
function plain(text: string): string {
  const shown = showInvisible(text.toWellFormed()).replace(/[{}]/g, "$&$&");
  return shown.includes("](") ? shown.replace(/[[\]]/g, "\\$&") : shown;
}
