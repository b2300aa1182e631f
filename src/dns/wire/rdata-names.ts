import { type RRType, TYPE } from "../type.ts";
import { MessageError } from "./message.ts";
import type { Reader } from "./reader.ts";

/** What RDATA consists of, in order: so many octets, a character string, or a domain name. What follows is opaque. */
type Part = number | "string" | "name";

interface Layout {
  readonly parts: readonly Part[];
  /** Only the names of RFC 1035's own types may be written compressed (RFC 3597 §4). */
  readonly compressible: boolean;
  /** True where the parts are all there is. */
  readonly exact: boolean;
}

const rfc1035 = (...parts: readonly Part[]): Layout => ({ parts, compressible: true, exact: true });
const later = (...parts: readonly Part[]): Layout => ({ parts, compressible: false, exact: true });

/** Types whose RDATA holds names that a sender may have compressed: RFC 1035 §3.3 and the list of RFC 3597 §4. */
const layouts: ReadonlyMap<RRType, Layout> = new Map<RRType, Layout>([
  [TYPE.NS, rfc1035("name")],
  [TYPE.MD, rfc1035("name")],
  [TYPE.MF, rfc1035("name")],
  [TYPE.CNAME, rfc1035("name")],
  [TYPE.SOA, rfc1035("name", "name", 20)],
  [TYPE.MB, rfc1035("name")],
  [TYPE.MG, rfc1035("name")],
  [TYPE.MR, rfc1035("name")],
  [TYPE.PTR, rfc1035("name")],
  [TYPE.MINFO, rfc1035("name", "name")],
  [TYPE.MX, rfc1035(2, "name")],
  [TYPE.RP, later("name", "name")],
  [TYPE.AFSDB, later(2, "name")],
  [TYPE.RT, later(2, "name")],
  [TYPE.SIG, { parts: [18, "name"], compressible: false, exact: false }],
  [TYPE.PX, later(2, "name", "name")],
  [TYPE.NXT, { parts: ["name"], compressible: false, exact: false }],
  [TYPE.SRV, later(6, "name")],
  [TYPE.NAPTR, later(4, "string", "string", "string", "name")],
  [TYPE.KX, later(2, "name")],
  [TYPE.DNAME, later("name")],
]);

/**
 * Reads the RDATA of `length` octets at the reader's position, with every name in it written out in full. Throws
 * MessageError where what is there is no RDATA of that type.
 */
export function readRdata(reader: Reader, type: RRType, length: number): Uint8Array {
  const layout = layouts.get(type);
  if (layout === undefined || length === 0) return reader.bytes(length);
  const start = reader.position;
  const end = start + length;
  const pieces: Uint8Array[] = [];
  for (const part of layout.parts) {
    if (part === "name") pieces.push(reader.nameOctets());
    else pieces.push(reader.bytes(part === "string" ? 1 + (reader.octets[reader.position] ?? 0) : part));
    if (reader.position > end)
      throw new MessageError(`RDATA of type ${type} runs past its length (octet ${start})`);
  }
  if (layout.exact && reader.position !== end) {
    throw new MessageError(
      `RDATA of type ${type} has ${end - reader.position} octets too many (octet ${start})`,
    );
  }
  pieces.push(reader.bytes(end - reader.position));
  return Buffer.concat(pieces);
}

/** Where a name stands in RDATA: octets `start` to `end`. */
export interface NamePlace {
  readonly start: number;
  readonly end: number;
}

/**
 * The names in uncompressed RDATA that may be written compressed. None where the type has none, or where the octets
 * are not of the type's form: those are sent as they are.
 */
export function compressibleNames(type: RRType, rdata: Uint8Array): readonly NamePlace[] {
  const layout = layouts.get(type);
  if (layout === undefined || !layout.compressible) return [];
  const places: NamePlace[] = [];
  let at = 0;
  for (const part of layout.parts) {
    const end =
      part === "name" ? endOfName(rdata, at) : at + (part === "string" ? 1 + (rdata[at] ?? 0) : part);
    if (part === "name") places.push({ start: at, end });
    at = end;
  }
  return at === rdata.length ? places : [];
}

/** The octet after an uncompressed name; past the end of `octets` if it is none. */
function endOfName(octets: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    const length = octets[at];
    if (length === undefined || length > 63) return Number.POSITIVE_INFINITY;
    at += 1 + length;
    if (length === 0) return at;
  }
}
