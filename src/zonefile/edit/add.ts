import { type Name, nameKey, type RRType, typeName } from "../../dns/index.ts";
import { hasAbsoluteName, withoutOrigin, writeData } from "./data.ts";
import type { Entry } from "./entry.ts";
import { recordLine } from "./record-line.ts";
import type { Splice } from "./splice.ts";
import { inheritsOwners, recordAfter, type Surroundings } from "./surroundings.ts";
import { writeTtl } from "./ttl-text.ts";

export interface NewRecord {
  readonly owner: Name;
  readonly type: RRType;
  readonly rdata: Uint8Array;
  readonly ttl: number | undefined;
}

/** Where a record is added: after an entry, which has the same owner or not. */
export interface Spot {
  readonly entry: Entry;
  readonly sameOwner: boolean;
  readonly surroundings: Surroundings;
}

/**
 * Ways to write a new record after an entry, the likeliest first: without an owner where records of this file inherit
 * it, without a TTL unless its neighbour states the same one.
 */
export function addAfter(octets: Uint8Array, spot: Spot, record: NewRecord): Splice[][] {
  const { entry, surroundings } = spot;
  const { origin, nearby } = surroundings;
  const model = modelOf(spot, record);
  const relative = !hasAbsoluteName(model, origin) && !hasAbsoluteName(entry, origin);
  const data = writeData(record.type, record.rdata, { origin, relative, before: [] }).join(" ");
  const stated = record.ttl === undefined ? "" : writeTtl(record.ttl, model.ttl?.text);
  const ttls = stated !== "" && stated === model.ttl?.text ? [stated, ""] : ["", stated];
  const owners =
    spot.sameOwner && inherits(octets, entry)
      ? ["", ownerText(record.owner, spot)]
      : [ownerText(record.owner, spot)];
  const type = typeText(record.type, model);
  return owners.flatMap((owner) =>
    [...new Set(ttls)].map((ttl) => [
      insertAfter(octets, entry, recordLine({ owner, ttl, type, data }, model, nearby)),
    ]),
  );
}

/** The line of a record of an owner that is new in a file without a record to take after. */
export function plainLine({ owner, type, rdata, ttl }: NewRecord, origin: Name): string {
  const data = writeData(type, rdata, { origin, relative: true, before: [] }).join(" ");
  const fields = [
    withoutOrigin(owner, origin) ?? owner,
    ttl === undefined ? "" : String(ttl),
    typeName(type),
    data,
  ];
  return fields.filter((text) => text !== "").join(" ");
}

/** A line of its own after an entry, with the line end the file has there. */
export function insertAfter(
  octets: Uint8Array,
  { text, end }: Pick<Entry, "text" | "end">,
  line: string,
): Splice {
  if (text.endsWith("\r\n")) return { start: end, end, text: `${line}\r\n` };
  if (text === "" || text.endsWith("\n")) return { start: end, end, text: `${line}\n` };
  const lineEnd = octets.includes(0x0d) ? "\r\n" : "\n";
  return { start: end, end, text: lineEnd + line };
}

/** The neighbour whose way of writing is taken over: one of the same type if there is one near, and not the SOA. */
function modelOf({ entry, surroundings: { nearby } }: Spot, { type }: NewRecord): Entry {
  if (isSingle(entry)) return entry;
  const others = nearby.filter(isSingle);
  return others.find((other) => other.type?.text.toUpperCase() === typeName(type)) ?? others[0] ?? entry;
}

function isSingle({ text, type, data }: Entry): boolean {
  return type?.text.toUpperCase() !== "SOA" && data.length > 0 && !text.trimEnd().includes("\n");
}

function inherits(octets: Uint8Array, entry: Entry): boolean {
  if (entry.indented) return true;
  const next = recordAfter(octets, entry);
  if (next && !next.crossed && next.record.indented) return true;
  if (next && !next.crossed && next.record.owner?.text === entry.owner?.text) return false;
  return inheritsOwners(octets);
}

/** The owner as its neighbours write theirs: relative, or absolute where one below the origin is. */
function ownerText(owner: Name, { entry, surroundings: { origin, nearby } }: Spot): string {
  const isAbsolute = (one: Entry | undefined) =>
    one?.owner !== undefined && withoutOrigin(one.owner.text, origin) !== undefined;
  const named = entry.owner ? entry : nearby.findLast((one) => one.owner && one.start < entry.start);
  if (named?.owner && nameKey(named.owner.text as Name) === nameKey(owner)) return named.owner.text;
  return isAbsolute(named) ? owner : (withoutOrigin(owner, origin) ?? owner);
}

/** In lower case where the model's is. */
function typeText(type: RRType, model: Entry): string {
  const text = typeName(type);
  return model.type && /^[a-z]/.test(model.type.text) ? text.toLowerCase() : text;
}
