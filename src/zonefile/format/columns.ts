import type { RecordRow } from "./rows.ts";

/** Where the fields of the records of one block stand, as a number of characters before them. */
export interface Columns {
  readonly ttl: number;
  readonly class: number;
  readonly type: number;
  readonly data: number;
}

/** Longer owners do not push the columns of their neighbours away. */
const LONGEST_OWNER = 31;
/** Owners get room in such steps, so that a slightly longer one leaves its neighbours' lines as they are. */
const OWNER_STEP = 8;
const OWNER_ROOM = 16;
/** Room for the commonest types and a space. */
const TYPE_ROOM = 6;

export function columnsOf(records: readonly RecordRow[]): Columns {
  const widest = (texts: readonly string[]) => texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);
  const owners = records.map(({ owner }) => owner).filter((owner) => widthOf(owner) <= LONGEST_OWNER);
  const room = (width: number) => (width === 0 ? 0 : width + 1);
  const start = Math.max(OWNER_ROOM, Math.ceil((widest(owners) + 1) / OWNER_STEP) * OWNER_STEP);
  const ttlRoom = room(widest(records.map(({ ttl }) => ttl)));
  const classRoom = room(widest(records.map((record) => record.class)));
  const both = records.filter((record) => record.ttl !== "" && record.class !== "");
  const classFirst = both.length > 0 && both.every((record) => record.classFirst);
  const type = start + ttlRoom + classRoom;
  return {
    ttl: classFirst ? start + classRoom : start,
    class: classFirst ? start : start + ttlRoom,
    type,
    data: type + Math.max(TYPE_ROOM, room(widest(records.map((record) => record.type)))),
  };
}

/** The line with `text` at a column, or one space on where that is passed already. */
export function putAt(line: string, column: number, text: string): string {
  if (text === "") return line;
  const gap = Math.max(line === "" ? 0 : 1, column - widthOf(line));
  return line + " ".repeat(gap) + text;
}

/** Characters that octets in UTF-8 show as. */
export function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) if ((text.charCodeAt(at) & 0xc0) !== 0x80) width++;
  return width;
}
