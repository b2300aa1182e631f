import type { Name, RRType } from "../../dns/index.ts";
import { withoutBlankEnd } from "../format/line.ts";
import { hasAbsoluteName, writeData } from "./data.ts";
import type { Entry, Piece } from "./entry.ts";
import { columnAfter, columnBefore, gapTo } from "./gap.ts";
import type { Splice } from "./splice.ts";
import { writeTtl } from "./ttl-text.ts";

/** Puts other data in the place of a record's; undefined if it stands in parentheses and has another number of tokens. */
export function alterData(entry: Entry, type: RRType, rdata: Uint8Array, origin: Name): Splice[] | undefined {
  const { data } = entry;
  const relative = !hasAbsoluteName(entry, origin);
  const tokens = writeData(type, rdata, { origin, relative, before: data });
  if (tokens.length === data.length) {
    return data.flatMap(({ start, end, text }, index) =>
      text === tokens[index] ? [] : [{ start, end, text: tokens[index]! }],
    );
  }
  const [first, last] = [data[0], data.at(-1)];
  if (!first || !last) return undefined;
  const between = data
    .slice(1)
    .map(({ start }, index) => entry.text.slice(data[index]!.end - entry.start, start - entry.start));
  if (between.some((gap) => !/^[ \t]+$/.test(gap))) return undefined;
  return [{ start: first.start, end: last.end, text: tokens.join(" ") }];
}

/** Takes a record's own TTL away, what follows it staying where it stands. */
export function dropTtl(entry: Entry): Splice[] {
  const next = afterTtl(entry);
  if (!entry.ttl || !next) return [];
  const line = entry.text.slice(0, entry.ttl.start - entry.start);
  const before = withoutBlankEnd(line);
  const first = line.slice(before.length);
  const second = entry.text.slice(entry.ttl.end - entry.start, next.start - entry.start);
  if (!/^[ \t]*$/.test(second)) return [];
  const column = columnAfter(entry.text.slice(0, next.start - entry.start));
  const gap = first === " " && second === " " ? " " : gapTo(before, column, (first + second).includes("\t"));
  return [{ start: entry.start + before.length, end: next.start, text: gap }];
}

/** The class or the type, if that is what follows the TTL or stands where it would. */
function afterTtl(entry: Entry): Piece | undefined {
  const from = entry.ttl?.end ?? 0;
  return [entry.class, entry.type].find((piece) => piece !== undefined && piece.start > from);
}

/** Gives a record a TTL of its own, or another one. */
export function alterTtl(entry: Entry, ttl: number): Splice[] {
  if (entry.ttl) {
    const { start, end, text } = entry.ttl;
    return [{ start, end, text: writeTtl(ttl, text) }];
  }
  const next = afterTtl(entry);
  if (!next) return [];
  const line = entry.text.slice(0, next.start - entry.start);
  const before = withoutBlankEnd(line);
  const gap = line.slice(before.length);
  const tabs = gap.includes("\t");
  const text = writeTtl(ttl, undefined);
  const column = columnAfter(line);
  const place = columnBefore(column, text.length, tabs);
  const written = gap.length > 1 && place > columnAfter(before) ? gapTo(before, place, tabs) : gap || " ";
  const after = gap.length > 1 ? gapTo(before + written + text, column, tabs) : gap || " ";
  return [{ start: entry.start + before.length, end: next.start, text: written + text + after }];
}
