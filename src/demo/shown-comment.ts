/** A comment's Markdown as it reads on a terminal: without hidden marks, folds and escapes. */
export function shownComment(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]*?-->\n*/g, "")
    .replace(/<details>[\s\S]*?<\/details>\n*/g, "")
    .replace(/\\([\\`*_{}[\]()#+!|~-])/g, "$1")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/\u2060/g, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
