/** What an octet means to the lexer outside quotes. ORDINARY is 0 so that the inner loop tests for zero. */
export const ORDINARY = 0;
export const SPACE = 1;
export const LINE_FEED = 2;
export const CARRIAGE_RETURN = 3;
export const SEMICOLON = 4;
export const OPEN = 5;
export const CLOSE = 6;
export const QUOTE = 7;
export const BACKSLASH = 8;
export const HIGH = 9;
export const CONTROL = 10;

/** Class of each of the 256 octets: RFC 1035 §5.1, with HIGH for 128 and above and CONTROL for the unprintable. */
export const octetClass: Uint8Array = buildClasses();

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(256);
  classes.fill(CONTROL, 0, 0x20);
  classes.fill(HIGH, 0x80);
  classes[0x7f] = CONTROL;
  classes[0x09] = SPACE;
  classes[0x20] = SPACE;
  classes[0x0a] = LINE_FEED;
  classes[0x0d] = CARRIAGE_RETURN;
  classes[0x3b] = SEMICOLON;
  classes[0x28] = OPEN;
  classes[0x29] = CLOSE;
  classes[0x22] = QUOTE;
  classes[0x5c] = BACKSLASH;
  return classes;
}

export function isDigit(octet: number | undefined): boolean {
  return octet !== undefined && octet >= 0x30 && octet <= 0x39;
}

/** Whether an octet is white space inside a line. */
export function isSpace(octet: number | undefined): boolean {
  return octet === 0x20 || octet === 0x09;
}

/** Length of the UTF-8 byte order mark at the start of a file: 3 or 0. */
export function byteOrderMarkLength(octets: Uint8Array): number {
  return octets[0] === 0xef && octets[1] === 0xbb && octets[2] === 0xbf ? 3 : 0;
}

/** How many times git writes a mark's character at the start of a line. */
const MARK_LENGTH = 7;

/** Whether a line that starts with this octet may be a mark of a merge: "<", "=", ">" or "|". */
export function mayStartMark(octet: number): boolean {
  return (octet >= 0x3c && octet <= 0x3e) || octet === 0x7c;
}

/** Whether a mark that git leaves where a merge was not resolved stands at the start of the line at `start`. */
export function isMergeMark(octets: Uint8Array, start: number): boolean {
  const first = octets[start]!;
  if (!mayStartMark(first)) return false;
  for (let at = start + 1; at < start + MARK_LENGTH; at++) if (octets[at] !== first) return false;
  const after = octets[start + MARK_LENGTH];
  return after === undefined || after === 0x0a || after === 0x0d || isSpace(after);
}
