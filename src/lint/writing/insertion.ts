import type { Edit } from "../../diagnostic/index.ts";
import type { Name } from "../../dns/index.ts";
import type { LintZone } from "../zone.ts";

/** A place for a new record: behind `row`, whose file the edit is for. */
export interface Insertion {
  readonly row: number;
  /** How the owner is written there. */
  readonly owner: string;
  readonly edit: Edit;
}

/**
 * Where a record of `owner` may be written behind the record in `row`: after the records that take their owner from it,
 * so that they keep it. `data` is what follows the owner. Undefined where the text of the zone is not at hand.
 */
export function insertBehind(zone: LintZone, row: number, owner: Name, data: string): Insertion | undefined {
  let last = row;
  while (last + 1 < zone.zone.size && isSameFile(zone, last + 1, row) && zone.tokens(last + 1)?.indented)
    last += 1;
  const span = zone.tokens(last)?.span;
  if (!span) return undefined;
  const written = relativeOwner(zone, last, owner);
  const line = `${written}\t${data}`;
  const isLastOfFile = last + 1 >= zone.zone.size || !isSameFile(zone, last + 1, row);
  const { endLine, endColumn } = span;
  const edit = isLastOfFile
    ? { line: endLine, column: endColumn, endLine, endColumn, text: `\n${line}` }
    : { line: endLine + 1, column: 1, endLine: endLine + 1, endColumn: 1, text: `${line}\n` };
  return { row: last, owner: written, edit };
}

/** The owner as short as the record in `row` shows that it can be: what completes that record's owner completes it too. */
function relativeOwner(zone: LintZone, row: number, owner: Name): string {
  const token = zone.tokens(row)?.owner;
  const text = token?.text.toLowerCase();
  const known = zone.zone.ownerKey(row);
  if (
    text === undefined ||
    token?.quoted ||
    text === "@" ||
    text.endsWith(".") ||
    !known.startsWith(`${text}.`)
  )
    return owner;
  const origin = known.slice(text.length);
  const isBelow = owner.toLowerCase().endsWith(origin) && owner.length > origin.length;
  return isBelow ? owner.slice(0, -origin.length) : owner;
}

function isSameFile({ zone }: LintZone, a: number, b: number): boolean {
  return zone.columns.place.file[a] === zone.columns.place.file[b];
}
