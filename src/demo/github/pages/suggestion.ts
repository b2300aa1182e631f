import type { FileDiff } from "../git/diff.ts";
import { hunkLines } from "../git/hunks.ts";
import type { LineComment } from "../state/pull.ts";
import { type Html, html } from "./html.ts";
import { markdown } from "./markdown.ts";

/** A comment on lines, with what it suggests shown as a change of them. */
export function commentView(files: readonly FileDiff[], { body, path, startLine, line }: LineComment): Html {
  const block = /^(`{3,})suggestion\n([\s\S]*?)^\1[ \t]*$\n?/m.exec(body);
  if (!block) return markdown(body);
  const patch = files.find((file) => file.path === path)?.patch ?? "";
  const replaced = hunkLines(patch).filter(
    ({ new: now }) => now !== undefined && now >= (startLine ?? line) && now <= line,
  );
  const removed = replaced.map(({ text }) => html`<span class="removed">-${text}\n</span>`);
  const added = (block[2] === "" ? [] : block[2]!.replace(/\n$/, "").split("\n")).map(
    (text) => html`<span class="added">+${text}\n</span>`,
  );
  return html`${markdown(body.slice(0, block.index))}<div class="suggested"><div class="head">Suggested change</div>
<pre><code>${removed}${added}</code></pre></div>${markdown(body.slice(block.index + block[0].length))}`;
}
