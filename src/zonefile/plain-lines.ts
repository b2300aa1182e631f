import { type RRType, TYPE } from "../dns/index.ts";
import { LIMITS } from "./limits.ts";
import { isDigit, isSpace, mayStartMark, ORDINARY, octetClass, SPACE } from "./octets.ts";
import { PLAIN_DATA_ROOM, PlainData } from "./plain-line-data.ts";
import { isWireAtOrBelow } from "./plain-name.ts";
import type { Source, ZoneState } from "./zone-state.ts";

/**
 * Nearly every line of a large zone is blank, a comment, or one record of a common type in plain form. This reads such
 * lines from the file's octets straight into the zone's columns, in one pass and without making an object, and stops
 * before the first line that is anything else: that one goes through lexer and general reader, which could read all of
 * them. The two agree, which a test holds them to; whatever there is to be said about is not plain.
 */
export class PlainLines {
  readonly #state: ZoneState;
  readonly #source: Source;
  readonly #octets: Uint8Array;
  readonly #data: PlainData;
  /** Lines that start before it end in a line feed, so that no loop below has to look for the end of the file. */
  readonly #limit: number;
  readonly #isReverse: boolean;
  #originHash = 0;
  #isOriginInZone = false;

  constructor(state: ZoneState, source: Source) {
    this.#state = state;
    this.#source = source;
    this.#octets = source.lexer.octets;
    this.#data = new PlainData(this.#octets);
    this.#limit = this.#octets.lastIndexOf(0x0a);
    this.#isReverse = state.apex.endsWith(".arpa.");
  }

  /**
   * Reads the plain lines that come next and start before octet `until`, and moves the lexer past them. Returns how many
   * there were.
   */
  read(until = Number.POSITIVE_INFINITY): number {
    const { lexer } = this.#source;
    const { originWire, apexWire, builder } = this.#state;
    if (this.#data.origin !== originWire) {
      this.#data.origin = originWire;
      this.#originHash = builder.hashOf(originWire);
      this.#isOriginInZone = isWireAtOrBelow(originWire, 0, originWire.length, apexWire);
    }
    const first = lexer.line;
    const limit = Math.min(this.#limit, until);
    while (lexer.position < limit) {
      const next = this.#readLine(lexer.position, lexer.line);
      if (next < 0) break;
      lexer.position = next;
      lexer.line++;
    }
    return lexer.line - first;
  }

  /** Reads the line at `start`; returns where the next one starts, or -1 when this one is not plain. */
  #readLine(start: number, line: number): number {
    const octets = this.#octets;
    const first = octets[start]!;
    const kind = octetClass[first];
    if (kind === ORDINARY) {
      if (first === DOLLAR || mayStartMark(first)) return -1;
      const { builder } = this.#state;
      const nameAt = builder.nameEnd;
      const end = this.#data.readName(start, builder.nameRoom(NAME_ROOM), nameAt);
      if (end < 0 || octets[end] === 0x0a || this.#looksLikeField(start, end)) return -1;
      return this.#readRecord(start, line, skipSpace(octets, end), this.#data.written - nameAt);
    }
    const from = skipSpace(octets, start);
    const after = endOfLine(octets, from);
    if (after >= 0 || kind !== SPACE) return after;
    const { owner, ownerCrossed } = this.#state;
    return owner.id < 0 || ownerCrossed !== undefined ? -1 : this.#readRecord(start, line, from, 0);
  }

  /** Reads TTL, class, type and data from `from` on. `ownerLength` is 0 for the owner of the record before. */
  #readRecord(start: number, line: number, from: number, ownerLength: number): number {
    const octets = this.#octets;
    const state = this.#state;
    const { builder } = state;
    const { suffix } = this.#data;
    let at = from;
    let ttl = -1;
    let type: RRType | -1 = -1;
    let hasClass = false;
    while (type < 0) {
      let next = at;
      if (isDigit(octets[at])) {
        if (ttl >= 0) return -1;
        ttl = 0;
        for (; isDigit(octets[next]); next++) ttl = ttl * 10 + octets[next]! - 0x30;
        if (ttl > LARGEST_TTL) return -1;
      } else {
        let letters = 0;
        for (; isLetter(octets[next]!); next++) letters = (letters << 8) | (octets[next]! & 0xdf);
        if (letters === IN && next - at === 2) {
          if (hasClass) return -1;
          hasClass = true;
        } else type = plainType(letters, next - at, octets[at]!);
      }
      if (!isSpace(octets[next])) return -1;
      at = skipSpace(octets, next);
      if (type === NOT_PLAIN) return -1;
    }

    const rdata = builder.rdataRoom(PLAIN_DATA_ROOM);
    const rdataAt = builder.rdataEnd;
    const end = this.#data.read(type, at, rdata, rdataAt);
    if (end < 0) return -1;
    const last = skipSpace(octets, end);
    if (last === end && octets[end] !== 0x0a) return -1;
    const after = endOfLine(octets, last);
    if (after < 0) return -1;

    const length = this.#data.written - rdataAt;
    const time = ttl >= 0 ? ttl : state.ttlLeakedFrom === undefined ? state.defaultTtl : undefined;
    const { owner } = state;
    const octetsMore = (ownerLength || owner.length) + length;
    if (time === undefined || state.dataOctets + octetsMore > LIMITS.dataOctets) return -1;
    if (ownerLength > 0 && !this.#takeOwner(suffix, ownerLength)) return -1;
    if (ttl >= 0) state.lastTtl = ttl;
    state.dataOctets += octetsMore;
    builder.addWritten(owner.id, type, time, length, this.#source.fileId, line, start);
    return after;
  }

  /** Makes what was read, which stands at the end of the zone's names, the current owner, unless it is outside the zone. */
  #takeOwner(suffix: number, length: number): boolean {
    const { owner, builder, apexWire } = this.#state;
    const wire = builder.nameRoom(0);
    const from = builder.nameEnd;
    const to = from + length;
    if (suffix < 0 ? !isWireAtOrBelow(wire, from, length, apexWire) : !this.#isOriginInZone) return false;
    const id =
      suffix < 0 ? builder.internWire(wire, from, to) : builder.internBelow(suffix, to, this.#originHash);
    owner.set(wire, builder.nameStart(id), length, id);
    this.#state.ownerCrossed = undefined;
    return true;
  }

  /** Whether the owner from `start` to `end` may be a TTL or a class whose owner was forgotten. */
  #looksLikeField(start: number, end: number): boolean {
    const octets = this.#octets;
    const length = end - start;
    const first = octets[start]!;
    if (isDigit(first)) return !this.#isReverse && isTime(octets, start, end);
    if (length === 2) return classLetters.has(((first & 0xdf) << 8) | (octets[start + 1]! & 0xdf));
    return length >= 6 && length <= 10 && (first & 0xdf) === 0x43 && (octets[start + 1]! & 0xdf) === 0x4c;
  }
}

/** Room for the longest name. */
const NAME_ROOM = 255;
const LARGEST_TTL = 0x7fff_ffff;
const DOLLAR = 0x24;

/** Types and classes by their letters, upper case, packed into one number. */
const IN = 0x494e;
const classLetters: ReadonlySet<number> = new Set([IN, 0x4353, 0x4348, 0x4853]);
const NOT_PLAIN = 0;

/** The type that so many letters stand for, if it is one whose data can be plain. */
function plainType(letters: number, count: number, first: number): RRType | typeof NOT_PLAIN {
  // Five letters do not fit: CNAME is what is left of it, and its first letter.
  if (count === 5) return letters === 0x4e414d45 && (first & 0xdf) === 0x43 ? TYPE.CNAME : NOT_PLAIN;
  if (count > 5) return NOT_PLAIN;
  switch (letters) {
    case 0x41:
      return TYPE.A;
    case 0x41414141:
      return TYPE.AAAA;
    case 0x535256:
      return TYPE.SRV;
    case 0x545854:
      return TYPE.TXT;
    case 0x4d58:
      return TYPE.MX;
    case 0x505452:
      return TYPE.PTR;
    case 0x4e53:
      return TYPE.NS;
    default:
      return NOT_PLAIN;
  }
}

function isLetter(octet: number): boolean {
  const upper = octet & 0xdf;
  return upper >= 0x41 && upper <= 0x5a;
}

function skipSpace(octets: Uint8Array, from: number): number {
  let at = from;
  while (isSpace(octets[at])) at++;
  return at;
}

/** Where the next line starts, if there is nothing or a comment from `from` to the end of this one; -1 otherwise. */
function endOfLine(octets: Uint8Array, from: number): number {
  const first = octets[from];
  if (first === 0x0a) return from + 1;
  if (first !== 0x3b) return -1;
  let at = from + 1;
  while (octets[at] !== 0x0a) if (octets[at++] === 0x0d) return -1;
  return at + 1;
}

/** Whether there is nothing but digits and units of time: s, m, h, d, w. */
function isTime(octets: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const upper = octets[at]! & 0xdf;
    const isUnit = upper === 0x53 || upper === 0x4d || upper === 0x48 || upper === 0x44 || upper === 0x57;
    if (!isUnit && !isDigit(octets[at])) return false;
  }
  return true;
}
