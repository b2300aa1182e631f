import { escapeTable, readEscape } from "./escape.ts";
import { excerpt } from "./excerpt.ts";
import { type Name, NameError } from "./name-type.ts";

/** Longest label and longest name in wire form, in octets (RFC 1035 §2.3.4). */
export const longestLabel = 63;
export const longestName = 255;

const labelText = escapeTable('"$().;@\\', false);
const dot = 0x2e;
const backslash = 0x5c;

/**
 * The wire form of a name's presentation form; a relative one is completed with `origin`, itself in wire form, and
 * "@" alone is the origin.
 *
 * @throws NameError with what is wrong: empty label, label or name too long, bad escape, or relative without origin.
 */
export function wireFromText(text: string, origin?: Uint8Array): Uint8Array {
  if (text === ".") return Uint8Array.of(0);
  if (text === "") throw new NameError("a name cannot be empty");
  if (text === "@") return origin ?? noOrigin(text);
  const { octets, absolute } = labelsFromText(text);
  if (absolute) return withinLimit(octets, Uint8Array.of(0), text);
  return withinLimit(octets, origin ?? noOrigin(text), text);
}

/** The labels in wire form without the root's, and whether the text ended with an (unescaped) dot. */
function labelsFromText(text: string): { octets: Uint8Array; absolute: boolean } {
  const source = octetsOf(text);
  const octets = new Uint8Array(source.length + 1);
  let labelAt = 0;
  let end = 1;
  const closeLabel = (): void => {
    const length = end - labelAt - 1;
    if (length === 0) throw new NameError(`${excerpt(text)} has an empty label`);
    if (length > longestLabel) {
      throw new NameError(
        `${excerpt(text)} has a label of ${length} octets; a label has at most ${longestLabel}`,
      );
    }
    octets[labelAt] = length;
    labelAt = end++;
  };
  for (let at = 0; at < source.length; ) {
    const octet = source[at]!;
    if (octet === dot) {
      closeLabel();
      at++;
    } else if (octet === backslash) {
      const escaped = escapeIn(source, at, text);
      octets[end++] = escaped.octet;
      at = escaped.end;
    } else {
      octets[end++] = octet;
      at++;
    }
  }
  const absolute = end === labelAt + 1;
  if (!absolute) closeLabel();
  return { octets: octets.subarray(0, labelAt), absolute };
}

/** The UTF-8 octets of text; names are short and nearly always ASCII, for which an encoder is slow. */
function octetsOf(text: string): Uint8Array {
  const octets = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) return new TextEncoder().encode(text);
    octets[i] = code;
  }
  return octets;
}

function escapeIn(source: Uint8Array, at: number, text: string): { octet: number; end: number } {
  try {
    return readEscape(source, at);
  } catch (error) {
    throw new NameError(`${excerpt(text)}: ${(error as Error).message}`);
  }
}

function withinLimit(labels: Uint8Array, suffix: Uint8Array, text: string): Uint8Array {
  const length = labels.length + suffix.length;
  if (length > longestName) {
    throw new NameError(
      `${excerpt(text)} makes a name of ${length} octets; a name has at most ${longestName}`,
    );
  }
  const wire = new Uint8Array(length);
  wire.set(labels);
  wire.set(suffix, labels.length);
  return wire;
}

function noOrigin(text: string): never {
  throw new NameError(`${excerpt(text)} is relative, and there is no origin to complete it`);
}

/** The uncompressed wire form of a name, case kept. */
export function nameToWire(name: Name): Uint8Array {
  return plainWire(name) ?? wireFromText(name);
}

/** The wire form of an absolute name of ASCII characters without escapes, as nearly all are; undefined for others. */
function plainWire(text: string): Uint8Array | undefined {
  if (text.length >= longestName) return undefined;
  const wire = new Uint8Array(text.length + 1);
  let labelAt = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === dot) {
      const length = at - labelAt;
      if (length === 0 || length > longestLabel) return undefined;
      wire[labelAt] = length;
      labelAt = at + 1;
    } else if (code === backslash || code > 0x7f) return undefined;
    else wire[at + 1] = code;
  }
  return labelAt === text.length && labelAt > 0 ? wire : undefined;
}

/**
 * The name that starts at `offset` of a message or of RDATA, and the offset after it. Compression pointers are
 * followed, backwards only, so that a loop cannot be written.
 *
 * @throws NameError if the octets end early, a label type is unknown, a pointer does not point backwards, or the name
 *   is longer than 255 octets.
 */
export function nameFromWire(wire: Uint8Array, offset = 0): { name: Name; end: number } {
  let text = "";
  let length = 1;
  let at = offset;
  let lowest = offset;
  let end: number | undefined;
  for (;;) {
    const octet = octetAt(wire, at);
    if (octet === 0) break;
    if (octet >= 0xc0) {
      const target = ((octet & 0x3f) << 8) | octetAt(wire, at + 1);
      if (target >= lowest)
        throw new NameError(`the compression pointer at octet ${at} does not point backwards`);
      end ??= at + 2;
      at = lowest = target;
      continue;
    }
    if (octet > longestLabel) throw new NameError(`octet ${at} starts a label of unknown type`);
    length += octet + 1;
    if (length > longestName)
      throw new NameError(`the name at octet ${offset} has more than ${longestName} octets`);
    const stop = at + 1 + octet;
    if (stop > wire.length) throw new NameError(`the name at octet ${offset} is cut off`);
    for (at++; at < stop; at++) text += labelText[wire[at]!];
    text += ".";
  }
  return { name: (text || ".") as Name, end: end ?? at + 1 };
}

/**
 * How many octets the uncompressed name at `offset` takes.
 *
 * @throws NameError if it is cut off, longer than 255 octets, or compressed.
 */
export function wireNameLength(wire: Uint8Array, offset = 0): number {
  let at = offset;
  for (let octet = octetAt(wire, at); octet !== 0; octet = octetAt(wire, at)) {
    if (octet > longestLabel) throw new NameError(`octet ${at} starts no plain label`);
    at += octet + 1;
  }
  const length = at + 1 - offset;
  if (length > longestName)
    throw new NameError(`the name at octet ${offset} has more than ${longestName} octets`);
  return length;
}

function octetAt(wire: Uint8Array, at: number): number {
  const octet = wire[at];
  if (octet === undefined) throw new NameError(`the name is cut off at octet ${at}`);
  return octet;
}
