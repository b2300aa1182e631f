import { type Name, nameFromWire } from "../../dns/index.ts";

/** The data of a NAPTR record (RFC 3403 §4.1); strings have one character an octet. */
export interface NaptrData {
  readonly flags: string;
  readonly services: string;
  readonly regexp: string;
  readonly replacement: Name;
}

export function readNaptr(rdata: Uint8Array): NaptrData {
  const strings: string[] = [];
  let at = 4;
  while (strings.length < 3) {
    const end = at + 1 + rdata[at]!;
    strings.push(Buffer.from(rdata.subarray(at + 1, end)).toString("latin1"));
    at = end;
  }
  const [flags = "", services = "", regexp = ""] = strings;
  return { flags, services, regexp, replacement: nameFromWire(rdata, at).name };
}

/**
 * What is wrong with a substitution such as `!^(.*)$!sip:\1@example.com!i` (RFC 3402 §3.2): undefined where nothing is.
 * It is only looked at, never run.
 */
export function substitutionFault(text: string): string | undefined {
  const delimiter = text[0] ?? "";
  if (/[\di\\]/i.test(delimiter))
    return `it starts with "${delimiter}", which cannot separate its parts: use "!"`;
  const parts = splitAt(text.slice(1), delimiter);
  if (parts.length !== 3)
    return `it has "${delimiter}" ${parts.length} times: an expression, a replacement and flags take it 3 times`;
  const [expression = "", replacement = "", flags = ""] = parts;
  if (!/^i?$/i.test(flags))
    return `"${flags.slice(0, 20)}" behind the last "${delimiter}" is no flag: only "i" is`;
  if (expression === "") return "its expression is empty";
  const groups = countGroups(expression);
  if (typeof groups === "string") return groups;
  for (const [, digit] of replacement.matchAll(/\\(.?)/gs)) {
    if (digit === undefined || !/\d/.test(digit)) continue;
    if (Number(digit) === 0 || Number(digit) > groups)
      return `"\\${digit}" stands for a group in parentheses, and the expression has ${groups}`;
  }
  return undefined;
}

/** The parts between delimiters; a backslash takes the meaning from the character behind it. */
function splitAt(text: string, delimiter: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === delimiter) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** How many groups a POSIX extended regular expression has, or what is wrong with its parentheses and brackets. */
function countGroups(expression: string): number | string {
  let groups = 0;
  let open = 0;
  for (let at = 0; at < expression.length; at += 1) {
    const char = expression[at];
    if (char === "\\") {
      at += 1;
      if (at === expression.length) return 'its expression ends in a "\\" that escapes nothing';
    } else if (char === "[") {
      at = endOfBracket(expression, at);
      if (at < 0) return 'a "[" in its expression is not closed';
    } else if (char === "(") {
      groups += 1;
      open += 1;
    } else if (char === ")") {
      open -= 1;
      if (open < 0) return 'a ")" in its expression was not opened';
    }
  }
  return open > 0 ? 'a "(" in its expression is not closed' : groups;
}

/** Where the "]" of a bracket expression stands; one right at its start is a member. */
function endOfBracket(expression: string, start: number): number {
  let at = start + 1;
  if (expression[at] === "^") at += 1;
  return expression.indexOf("]", at + 1);
}
