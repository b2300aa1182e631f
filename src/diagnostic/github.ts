import { showInvisible } from "../base/index.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";

const commands: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };

/** Workflow commands, one a line, that GitHub Actions turns into annotations. */
export function formatGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${command(diagnostic)}\n`).join("");
}

function command(diagnostic: Diagnostic): string {
  const { file, line, column, endLine, endColumn, rule, severity, message, fix } = diagnostic;
  // The runner drops columns of annotations over several lines and complains about them.
  const columns = line === endLine ? { col: column, endColumn } : {};
  const properties = Object.entries({ file, line, endLine, ...columns, title: rule }).map(
    ([key, value]) => `${key}=${escapeProperty(String(value))}`,
  );
  const text = fix ? `${message}\nTo fix: ${fix.title}` : message;
  return `::${commands[severity]} ${properties.join(",")}::${escapeData(text)}`;
}

/** As the runner undoes it: only these characters, "%" first. */
function escapeData(text: string): string {
  return shown(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** Makes hidden characters visible but keeps line ends, which have an escape of their own. */
function shown(text: string): string {
  return text.split("\r").map(showInvisible).join("\r");
}
