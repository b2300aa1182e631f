import pc from "picocolors";
import { formatPosition, showInvisible } from "../base/index.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";
import { excerpt } from "./excerpt.ts";
import { linesOf } from "./lines.ts";

type Paint = (text: string) => string;

/** For people: position, severity, message and rule; then, where the source is known, the line and a caret under the spot. */
export function formatText(
  diagnostics: readonly Diagnostic[],
  source: (file: string) => string | undefined,
  colour: boolean,
): string {
  const colours = pc.createColors(colour);
  const paint: Record<Severity, Paint> = { error: colours.red, warning: colours.yellow, info: colours.cyan };
  const files = new Map<string, readonly string[] | undefined>();
  const linesIn = (file: string): readonly string[] | undefined => {
    if (!files.has(file)) {
      const text = source(file);
      files.set(file, text === undefined ? undefined : linesOf(text));
    }
    return files.get(file);
  };
  return diagnostics
    .map((diagnostic) => {
      const { severity, message, rule, fix } = diagnostic;
      const place = colours.bold(`${oneLine(formatPosition(diagnostic))}:`);
      const head = `${place} ${paint[severity](severity)}: ${oneLine(message)} ${colours.dim(`[${oneLine(rule)}]`)}`;
      const lines = [head];
      const shown = excerpt(linesIn(diagnostic.file), diagnostic);
      if (shown) lines.push(colours.dim(shown.source), paint[severity](shown.marks));
      if (fix) lines.push(`${" ".repeat(shown?.margin ?? 4)}${colours.green("fix:")} ${oneLine(fix.title)}`);
      return `${lines.join("\n")}\n`;
    })
    .join("");
}

/** Text from outside must not move the cursor, colour the terminal or pretend to be another line. */
function oneLine(text: string): string {
  return showInvisible(text.replace(/[\r\n\t]+/g, " "));
}
