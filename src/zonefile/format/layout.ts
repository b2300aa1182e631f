import { type Columns, columnsOf, putAt, widthOf } from "./columns.ts";
import { type Line, withoutBlankEnd } from "./line.ts";
import type { RecordRow, Row } from "./rows.ts";

/** One line to be written; its comment, if any, stands in the column of its group unless it is `touching`. */
interface Written {
  readonly text: string;
  readonly comment: string;
  readonly touching: boolean;
  readonly end: string;
  /** Lines whose comments stand below each other. */
  readonly group: object | undefined;
}

/** Spaces before a comment, at least. */
const COMMENT_GAP = 2;
/** Longer lines do not push the comments of their neighbours away. */
const LONGEST_COMMENTED = 72;

/** The text of all rows. Records are aligned with their neighbours: up to the next blank line or directive. */
export function layOut(rows: Iterable<Row>): string {
  const parts: string[] = [];
  let block: Row[] = [];
  const flush = () => {
    if (block.length > 0) parts.push(layOutBlock(block));
    block = [];
  };
  for (const row of rows) {
    if (row.kind === "blank" || row.kind === "directive") {
      flush();
      parts.push(row.kind === "blank" ? row.line.end : directiveText(row.line));
    } else block.push(row);
  }
  flush();
  return parts.join("");
}

function directiveText({ words, comment, touching, end }: Line): string {
  const text = words.join(" ");
  const gap = comment === "" || touching ? "" : " ".repeat(COMMENT_GAP);
  return text + gap + comment + end;
}

function layOutBlock(rows: readonly Row[]): string {
  const columns = columnsOf(rows.filter((row) => row.kind === "record"));
  const single = {};
  const written: Written[] = [];
  for (const row of rows) {
    if (row.kind === "kept") written.push(asIs(row.text, ""));
    else if (row.kind === "record") writeRecord(row, columns, row.lines.length > 1 ? {} : single, written);
    else writeComment(row.line, undefined, written);
  }
  return withComments(written);
}

function writeRecord(row: RecordRow, columns: Columns, group: object, written: Written[]): void {
  const [first, ...rest] = row.lines;
  const { comment, touching, end } = first!;
  written.push({ text: firstText(row, columns), comment, touching, end, group });
  for (const line of rest) {
    if (line.words.length > 0) {
      const text = putAt("", columns.data, line.words.join(" "));
      written.push({ text, comment: line.comment, touching: line.touching, end: line.end, group });
    } else if (line.comment === "") written.push(asIs("", line.end));
    else writeComment(line, columns.data, written);
  }
}

function firstText(row: RecordRow, columns: Columns): string {
  const fields = [
    { column: columns.ttl, text: row.ttl },
    { column: columns.class, text: row.class },
  ];
  if (row.classFirst) fields.reverse();
  let text = row.owner;
  for (const field of fields) text = putAt(text, field.column, field.text);
  text = putAt(text, columns.type, row.type);
  return putAt(text, columns.data, row.data.join(" "));
}

/**
 * A comment on a line of its own. Indented below a comment that ends a line, it goes on with that one and stands below
 * it; else it stays, or goes to `column` if one is given.
 */
function writeComment(line: Line, column: number | undefined, written: Written[]): void {
  const { comment, end } = line;
  const above = written.at(-1);
  if (line.indented && above?.group !== undefined && above.comment !== "" && !above.touching) {
    written.push({ text: "", comment, touching: false, end, group: above.group });
  } else if (line.indented && column !== undefined) {
    written.push(asIs(" ".repeat(column) + comment, end));
  } else written.push(asIs(withoutBlankEnd(line.raw), end));
}

function asIs(text: string, end: string): Written {
  return { text, comment: "", touching: false, end, group: undefined };
}

function withComments(written: readonly Written[]): string {
  const columns = new Map<object, number>();
  for (const { text, comment, touching, group } of written) {
    const width = widthOf(text);
    if (group === undefined || comment === "" || touching || width > LONGEST_COMMENTED) continue;
    columns.set(group, Math.max(columns.get(group) ?? 0, width + COMMENT_GAP));
  }
  const lines = written.map(({ text, comment, touching, end, group }) => {
    if (comment === "" || touching) return text + comment + end;
    const column = (group && columns.get(group)) ?? 0;
    return putAt(text, Math.max(column, widthOf(text) + COMMENT_GAP), comment) + end;
  });
  return lines.join("");
}
