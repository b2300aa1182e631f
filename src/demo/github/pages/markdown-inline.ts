import { escapeHtml, Html } from "./html.ts";

/**
 * Markdown within a paragraph: code, bold, italic, strike-through, links, and the tags br, kbd, sub and sup.
 * All else is text: it is escaped first, and only then is anything made of it.
 */
export function inlineMarkdown(text: string): Html {
  const kept: string[] = [];
  const keep = (markup: string) => `\u0000${kept.push(markup) - 1}\u0000`;
  const rendered = escapeHtml(text.replaceAll("\u0000", ""))
    .replace(/(`+)(.+?)\1(?!`)/g, (_all, _ticks, code: string) => keep(`<code>${code.trim()}</code>`))
    .replace(/\\([\\`*_{}[\]()#+.!|~>-])/g, (_all, character: string) => keep(character))
    .replace(/\[([^\]]*)\]\(([^\s()]+)\)/g, (all, label: string, target: string) =>
      isSafeTarget(target)
        ? keep(`<a href="${target}" rel="nofollow noreferrer">`) + label + keep("</a>")
        : all,
    )
    .replace(/(?<![\w/"])https?:\/\/[^\s<>\u0000]*[^\s<>\u0000.,:;!?)]/g, (target) =>
      keep(`<a href="${target}" rel="nofollow noreferrer">${target}</a>`),
    )
    .replace(/&lt;(\/?)(br|kbd|sub|sup)\s*\/?&gt;/gi, (_all, slash: string, tag: string) =>
      keep(`<${slash}${tag.toLowerCase()}>`),
    )
    .replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, "<strong>$1</strong>")
    .replace(/(?<![\w*])[*_](?=\S)([^*_]+?)(?<=\S)[*_](?![\w*])/g, "<em>$1</em>")
    .replace(/~~(?=\S)(.+?)(?<=\S)~~/g, "<del>$1</del>");
  return new Html(restore(rendered, kept));
}

/** Kept markup may hold kept markup, so it is put back from the outside in. */
function restore(text: string, kept: readonly string[]): string {
  let restored = text;
  while (restored.includes("\u0000")) {
    restored = restored.replace(/\u0000(\d+)\u0000/g, (_all, index: string) => kept[Number(index)] ?? "");
  }
  return restored;
}

/** Only the web, places in the page, and mail. */
function isSafeTarget(target: string): boolean {
  return /^(?:https?:\/\/|mailto:|#|\/(?!\/))/i.test(target);
}
