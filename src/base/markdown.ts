/**
 * Characters that could hide or reorder text: C0 and C1 controls, zero-width, bidirectional controls, line separators;
 * what Unicode's Default_Ignorable_Code_Point and Variation_Selector hold (fillers, joiners, selectors, tags).
 */
const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Variation_Selector}]/gu;

/** Makes invisible and direction-changing characters visible as `\u{202e}`; newlines and tabs stay. */
export function showInvisible(text: string): string {
  return text.replace(invisible, (char) => `\\u{${char.codePointAt(0)!.toString(16)}}`);
}

/**
 * Text from outside (records, titles, names) as one line of inert GitHub Markdown: no markup, HTML, links, mentions
 * or issue references survive. In a table, tableRow takes care of the pipes.
 */
export function escapeMarkdown(text: string): string {
  return showInvisible(text)
    .replace(/\s+/g, " ")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_[\]~#]/g, (char) => `\\${char}`)
    .replace(/^( *)([-+=])/, "$1\\$2")
    .replace(/^( *\d{1,9})([.)])(?= |$)/, "$1\\$2")
    .replace(/@/g, "@\u2060")
    .replace(/:\/\//g, ":\u2060//")
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\u2060.`)
    .replace(/\bGH-(?=\d)/gi, (reference) => `${reference}\u2060`);
}

/** A domain name of two labels or more with its final dot. A name with escapes is left to escapeMarkdown. */
const absoluteName = /(?<![\w.*\\-])((?:[\w*-]{1,63}\.){2,})(?![\w.\\-])/;

/**
 * A sentence that holds text from outside, inert as by escapeMarkdown. Absolute domain names are code: they stand out,
 * and who copies one gets it as it is.
 */
export function markdownSentence(text: string): string {
  return text
    .split(absoluteName)
    .map((part, at) => (at % 2 === 1 ? codeSpan(part) : escapeMarkdown(part)))
    .join("");
}

/** Text from outside as a code span on one line, fenced by more backticks than it contains. */
export function codeSpan(text: string): string {
  const shown = showInvisible(text).replace(/[\r\n\t]+/g, " ");
  const ticks = "`".repeat(longestRun(shown) + 1);
  return shown.startsWith("`") || shown.endsWith("`") || shown === ""
    ? `${ticks} ${shown} ${ticks}`
    : `${ticks}${shown}${ticks}`;
}

/** Text from outside as a fenced block, with a fence longer than any in it. `info` is the fence's language. */
export function codeBlock(text: string, info = ""): string {
  const shown = showInvisible(text);
  const fence = "`".repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}${info}\n${shown}\n${fence}`;
}

/** A row of a Markdown table; the cells are Markdown already. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\|/g, "\\|").replace(/\n/g, " ")).join(" | ")} |`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
