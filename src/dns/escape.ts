const backslash = 0x5c;

/** An escape that is not one: `\` at the end, `\` with fewer than three digits, or `\DDD` above 255. */
export class EscapeError extends Error {}

/**
 * The octet an escape stands for and the index after it. `at` is the index of the backslash in `text`.
 * `\DDD` is the octet with that decimal value, `\X` is X itself (RFC 1035 §5.1).
 *
 * @throws EscapeError
 */
export function readEscape(text: Uint8Array, at: number): { octet: number; end: number } {
  const first = text[at + 1];
  if (first === undefined) throw new EscapeError('"\\" at the end escapes nothing');
  if (!isDigit(first)) return { octet: first, end: at + 2 };
  const digits = text.subarray(at + 1, at + 4);
  const written = `\\${String.fromCharCode(...digits)}`;
  if (digits.length < 3 || !digits.every(isDigit)) {
    throw new EscapeError(
      `${JSON.stringify(written)} is no escape: "\\" takes three digits or one character`,
    );
  }
  const octet = Number(written.slice(1));
  if (octet > 255) throw new EscapeError(`"${written}" is above \\255, the largest octet`);
  return { octet, end: at + 4 };
}

/**
 * The octets a piece of master file text stands for: characters above 127 as UTF-8, escapes resolved.
 *
 * @throws EscapeError
 */
export function octetsFromText(text: string): Uint8Array {
  const source = new TextEncoder().encode(text);
  if (!source.includes(backslash)) return source;
  const out = new Uint8Array(source.length);
  let length = 0;
  for (let at = 0; at < source.length; ) {
    if (source[at] === backslash) {
      const { octet, end } = readEscape(source, at);
      out[length++] = octet;
      at = end;
    } else {
      out[length++] = source[at++]!;
    }
  }
  return out.subarray(0, length);
}

/** Presentation of each octet, with `\` before the printable characters in `special` and `\DDD` for the rest. */
export function escapeTable(special: string, plainSpace: boolean): readonly string[] {
  return Array.from({ length: 256 }, (_, octet) => {
    const character = String.fromCharCode(octet);
    if (special.includes(character)) return `\\${character}`;
    const printable = (octet > 0x20 && octet < 0x7f) || (octet === 0x20 && plainSpace);
    return printable ? character : `\\${String(octet).padStart(3, "0")}`;
  });
}

const quoted = escapeTable('"\\', true);

/** Octets as one quoted string of a master file: `"a \"b\" \200"`. */
export function quoteOctets(octets: Uint8Array): string {
  let text = '"';
  for (const octet of octets) text += quoted[octet];
  return `${text}"`;
}

function isDigit(octet: number): boolean {
  return octet >= 0x30 && octet <= 0x39;
}
