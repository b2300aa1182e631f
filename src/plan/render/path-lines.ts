import type { PathChange, PlannedBlob } from "../plan.ts";
import { quantity } from "../words.ts";
import type { Quote } from "./quote.ts";

/** Configuration files that change and go to one target, or nowhere. */
export interface PathGroup {
  readonly target: string | undefined;
  readonly paths: readonly PathChange[];
}

/** By target, those without one last. */
export function groupByTarget(paths: readonly PathChange[]): PathGroup[] {
  return [...Map.groupBy(paths, ({ target }) => target)]
    .map(([target, group]) => ({ target, paths: group }))
    .sort((a, b) => Number(a.target === undefined) - Number(b.target === undefined));
}

export function pathGroupTitle({ target }: PathGroup, quote: Quote): string {
  return target === undefined
    ? "Config files that have no target, so are deployed nowhere"
    : `Config files for the target ${quote(target)}`;
}

/** "3 config files change: 1 added, 1 changed, 1 removed". */
export function pathsInWords(paths: readonly PathChange[]): string {
  const added = paths.filter(({ before }) => !before).length;
  const removed = paths.filter(({ after }) => !after).length;
  const changed = paths.length - added - removed;
  const verb = paths.length === 1 ? "changes" : "change";
  return `${quantity(paths.length, "config file")} ${verb}: ${added} added, ${changed} changed, ${removed} removed`;
}

/** One line a file: `+` for a new one, `-` for one that goes, `!` for one that changes. What is in it GitHub shows. */
export function pathLine({ path, before, after }: PathChange): string {
  if (!before || !after) return `${before ? "-" : "+"} ${path}${inBrackets(sizeText(before ?? after))}`;
  const sizes = [sizeText(before), sizeText(after)].filter((text) => text !== undefined);
  const isMode = before.oid === after.oid;
  return `! ${path}${inBrackets(isMode ? `mode ${before.mode}, now ${after.mode}` : sizes.join(", now ") || undefined)}`;
}

function sizeText(blob: PlannedBlob | undefined): string | undefined {
  return blob?.octets === undefined ? undefined : quantity(blob.octets, "octet");
}

function inBrackets(text: string | undefined): string {
  return text === undefined ? "" : ` (${text})`;
}
