import { Html, html } from "./html.ts";
import { inlineMarkdown } from "./markdown-inline.ts";

/**
 * Renders the Markdown that comments are written in: headings, paragraphs, lists, tables, quotes, rules, fences,
 * `<details>` with `<summary>`; HTML comments are hidden. Any other HTML is shown as text.
 */
export function markdown(text: string): Html {
  const visible = text.replaceAll("\r\n", "\n").replace(/<!--[\s\S]*?(?:-->|$)/g, "");
  return renderBlocks(visible.split("\n"));
}

/** Takes a block off the front of the lines: its HTML and how many lines it took; undefined if none begins here. */
type BlockReader = (lines: readonly string[], at: number) => { html: Html; taken: number } | undefined;

const readers: readonly BlockReader[] = [fence, details, heading, rule, quote, table, list];

function renderBlocks(lines: readonly string[]): Html {
  const blocks: Html[] = [];
  let paragraph: string[] = [];
  const endParagraph = () => {
    if (paragraph.length > 0) blocks.push(html`<p>${inlineMarkdown(paragraph.join("\n"))}</p>\n`);
    paragraph = [];
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    const block = line.trim() === "" ? undefined : firstBlock(lines, at);
    if (block) {
      endParagraph();
      blocks.push(block.html);
      at += block.taken;
      continue;
    }
    if (line.trim() === "") endParagraph();
    else paragraph.push(line.trim());
    at++;
  }
  endParagraph();
  return html`${blocks}`;
}

function firstBlock(lines: readonly string[], at: number): ReturnType<BlockReader> {
  for (const read of readers) {
    const block = read(lines, at);
    if (block) return block;
  }
  return undefined;
}

function fence(lines: readonly string[], at: number): ReturnType<BlockReader> {
  const open = /^ {0,3}(`{3,}|~{3,})\s*([\w+-]*)[^`]*$/.exec(lines[at]!);
  if (!open) return undefined;
  const closes = new RegExp(`^ {0,3}${open[1]![0]}{${open[1]!.length},}\\s*$`);
  const end = lines.findIndex((line, index) => index > at && closes.test(line));
  const stop = end < 0 ? lines.length : end;
  const content = lines.slice(at + 1, stop);
  const shown = open[2] === "diff" ? content.map(diffLine) : [content.join("\n")];
  return { html: html`<pre><code>${shown}</code></pre>\n`, taken: stop - at + 1 };
}

const lineKinds: Readonly<Record<string, string>> = {
  "+": "added",
  "-": "removed",
  "!": "moved",
  "@": "hunk",
};

function diffLine(line: string): Html {
  const kind = lineKinds[line.slice(0, 1)] ?? "same";
  return html`<span class="${kind}">${line}\n</span>`;
}

function details(lines: readonly string[], at: number): ReturnType<BlockReader> {
  const open = /^\s*<details( open)?>\s*(?:<summary>(.*?)<\/summary>)?\s*$/i.exec(lines[at]!);
  if (!open) return undefined;
  const end = closingDetails(lines, at);
  let first = at + 1;
  let summary = open[2];
  const apart = /^\s*<summary>(.*?)<\/summary>\s*$/i.exec(lines[first] ?? "");
  if (summary === undefined && apart) {
    summary = apart[1];
    first++;
  }
  const words = inlineMarkdown(
    (summary ?? "Details").replace(/<\/?(?:b|strong)>/gi, "**").replace(/<\/?code>/gi, "`"),
  );
  const opened = new Html(open[1] ? " open" : "");
  const body = renderBlocks(lines.slice(first, end));
  return {
    html: html`<details${opened}><summary>${words}</summary>\n${body}</details>\n`,
    taken: end - at + 1,
  };
}

function closingDetails(lines: readonly string[], at: number): number {
  let depth = 0;
  for (let index = at; index < lines.length; index++) {
    if (/^\s*<details/i.test(lines[index]!)) depth++;
    if (/<\/details>\s*$/i.test(lines[index]!) && --depth === 0) return index;
  }
  return lines.length;
}

function heading(lines: readonly string[], at: number): ReturnType<BlockReader> {
  const found = /^(#{1,6})\s+(.*?)\s*#*$/.exec(lines[at]!);
  if (!found) return undefined;
  const tag = new Html(`h${found[1]!.length}`);
  return { html: html`<${tag}>${inlineMarkdown(found[2]!)}</${tag}>\n`, taken: 1 };
}

function rule(lines: readonly string[], at: number): ReturnType<BlockReader> {
  return /^ {0,3}(?:(?:- ?){3,}|(?:\* ?){3,})$/.test(lines[at]!)
    ? { html: html`<hr>\n`, taken: 1 }
    : undefined;
}

function quote(lines: readonly string[], at: number): ReturnType<BlockReader> {
  const quoted = takeWhile(lines, at, (line) => line.startsWith(">"));
  if (quoted.length === 0) return undefined;
  const content = quoted.map((line) => line.replace(/^> ?/, ""));
  const alert = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*$/i.exec(content[0]!)?.[1];
  if (alert) {
    const title = alert[0]!.toUpperCase() + alert.slice(1).toLowerCase();
    const said = renderBlocks(content.slice(1));
    const shown = html`<div class="alert ${title.toLowerCase()}"><p class="title">${title}</p>\n${said}</div>\n`;
    return { html: shown, taken: quoted.length };
  }
  const inner = renderBlocks(content);
  return { html: html`<blockquote>${inner}</blockquote>\n`, taken: quoted.length };
}

function table(lines: readonly string[], at: number): ReturnType<BlockReader> {
  if (
    !/^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/.test(lines[at + 1] ?? "") ||
    !lines[at]!.includes("|")
  ) {
    return undefined;
  }
  const aligned = cells(lines[at + 1]!).map((cell) =>
    /^:?-+:$/.test(cell) ? (cell.startsWith(":") ? "middle" : "end") : "start",
  );
  const head = cells(lines[at]!).map(
    (cell, i) => html`<th class="${aligned[i] ?? "start"}">${inlineMarkdown(cell)}</th>`,
  );
  const body = takeWhile(lines, at + 2, (line) => line.includes("|"));
  const rows = body.map(
    (line) =>
      html`<tr>${cells(line).map((cell, i) => html`<td class="${aligned[i] ?? "start"}">${inlineMarkdown(cell)}</td>`)}</tr>\n`,
  );
  return {
    html: html`<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>\n`,
    taken: body.length + 2,
  };
}

function cells(line: string): string[] {
  return line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));
}

const bullet = /^( *)(?:([-*+])|(\d{1,9})[.)])\s+/;

function list(lines: readonly string[], at: number): ReturnType<BlockReader> {
  const first = bullet.exec(lines[at]!);
  if (!first) return undefined;
  const indent = first[1]!.length;
  const ordered = first[3] !== undefined;
  const begins = (line: string) => {
    const found = bullet.exec(line);
    return found !== null && found[1]!.length === indent && (found[3] !== undefined) === ordered;
  };
  const taken = takeWhile(
    lines,
    at,
    (line, index) =>
      begins(line) ||
      isDeeper(line, indent) ||
      (line.trim() === "" && isDeeperOrItem(lines[index + 1], indent, begins)),
  );
  const items: string[][] = [];
  for (const line of taken) {
    if (begins(line)) items.push([line.replace(bullet, "")]);
    else items.at(-1)?.push(line.replace(new RegExp(`^ {0,${indent + 2}}`), ""));
  }
  const tag = new Html(ordered ? "ol" : "ul");
  const shown = items.map((item) => html`<li>${tight(renderBlocks(item))}</li>\n`);
  return { html: html`<${tag}>${shown}</${tag}>\n`, taken: taken.length };
}

function isDeeper(line: string, indent: number): boolean {
  return line.trim() !== "" && line.search(/\S/) > indent;
}

function isDeeperOrItem(
  line: string | undefined,
  indent: number,
  begins: (line: string) => boolean,
): boolean {
  return line !== undefined && (begins(line) || isDeeper(line, indent));
}

/** An item of one paragraph stands without it. */
function tight(content: Html): Html {
  const only = /^<p>([\s\S]*?)<\/p>\n/.exec(content.text);
  return only ? new Html(only[1]! + content.text.slice(only[0].length)) : content;
}

function takeWhile(
  lines: readonly string[],
  from: number,
  holds: (line: string, index: number) => boolean,
): string[] {
  let end = from;
  while (end < lines.length && holds(lines[end]!, end)) end++;
  return lines.slice(from, end);
}
