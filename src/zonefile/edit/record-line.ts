import type { Entry, Piece } from "./entry.ts";
import { columnAfter, columnBefore, gapTo } from "./gap.ts";

/** What a new record's line says; "" for what it does not say. */
export interface NewLine {
  readonly owner: string;
  readonly ttl: string;
  readonly type: string;
  readonly data: string;
}

type Field = "ttl" | "class" | "type" | "data";

/**
 * The line of a new record in the way its model is written: fields in the same order and columns, the class if the
 * model has one, the same white space. Whether the model is aligned at all is seen from the records near it.
 */
export function recordLine(said: NewLine, model: Entry, nearby: readonly Entry[]): string {
  const texts = { ttl: said.ttl, class: model.class?.text ?? "", type: said.type, data: said.data };
  let line = said.owner;
  for (const field of orderOf(model)) {
    const text = texts[field];
    if (text === "") continue;
    line += gapBefore(line, field, text, model, nearby) + text;
  }
  return line;
}

function orderOf(model: Entry): readonly Field[] {
  const classFirst =
    model.ttl !== undefined && model.class !== undefined && model.class.start < model.ttl.start;
  return classFirst ? ["class", "ttl", "type", "data"] : ["ttl", "class", "type", "data"];
}

function gapBefore(line: string, field: Field, text: string, model: Entry, nearby: readonly Entry[]): string {
  if (line === "") return indentation(field, text, model, nearby);
  const gap = gapOf(model, field) ?? gapOf(model, "type") ?? " ";
  const column = columnFor(field, text, model, nearby);
  return column === undefined ? (gap[0] ?? " ") : gapTo(line, column, gap.includes("\t"));
}

/** The white space a record without an owner starts with: to its column, or as much as its neighbours have. */
function indentation(field: Field, text: string, model: Entry, nearby: readonly Entry[]): string {
  const usual = [model, ...nearby].find((entry) => entry.indented);
  const blank = usual ? indentOf(usual) : (gapOf(model, field) ?? " ");
  const column = columnFor(field, text, model, nearby);
  if (column === undefined || column === columnAfter(blank)) return blank;
  return gapTo("", column, blank.includes("\t"));
}

/** The column a field of the new line belongs into; undefined where nothing is aligned. */
function columnFor(field: Field, text: string, model: Entry, nearby: readonly Entry[]): number | undefined {
  const at = placeOf(model, field);
  if (at !== undefined) return isAligned(field, model, nearby) ? at : undefined;
  if (field !== "ttl" || !isAligned("type", model, nearby)) return undefined;
  const next = placeOf(model, "class") ?? placeOf(model, "type");
  const tabs = (gapOf(model, "type") ?? "").includes("\t");
  const column = next === undefined ? 0 : columnBefore(next, text.length, tabs);
  return column > 0 ? column : undefined;
}

function indentOf(entry: Entry): string {
  return /^[ \t]*/.exec(entry.text)![0];
}

/**
 * Whether the field stands in its column because of white space put there for that, in the model or a record near it:
 * before the field itself, or before one that it follows.
 */
function isAligned(field: Field, model: Entry, nearby: readonly Entry[]): boolean {
  const column = placeOf(model, field);
  const order = orderOf(model);
  const causes = field === "data" ? order.slice(-1) : order.slice(0, order.indexOf(field) + 1);
  return [model, ...nearby].some(
    (entry) => placeOf(entry, field) === column && causes.some((cause) => hasWideGap(entry, cause)),
  );
}

/** White space of an inherited owner says nothing: it is there in any case. */
function hasWideGap(entry: Entry, field: Field): boolean {
  const gap = gapOf(entry, field);
  const isIndent = entry.indented && placeOf(entry, field) === columnAfter(gap ?? "");
  return gap !== undefined && gap.length > 1 && !isIndent;
}

/** The column a field starts in; undefined if it is not there, or not in the entry's first line. */
function placeOf(entry: Entry, field: Field): number | undefined {
  const piece = pieceOf(entry, field);
  const before = piece && entry.text.slice(0, piece.start - entry.start);
  return before === undefined || before.includes("\n") ? undefined : columnAfter(before);
}

/** The white space before a field; undefined if the field is not there or something else is. */
function gapOf(entry: Entry, field: Field): string | undefined {
  const piece = pieceOf(entry, field);
  return piece && /(?:^|[^ \t])([ \t]*)$/.exec(entry.text.slice(0, piece.start - entry.start))?.[1];
}

function pieceOf(entry: Entry, field: Field): Piece | undefined {
  return field === "data" ? entry.data[0] : entry[field];
}
