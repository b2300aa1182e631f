import type { Diagnostic } from "../diagnostic/index.ts";
import * as octet from "./octets.ts";
import { byteOrderMarkLength, octetClass } from "./octets.ts";
import { anchorAt, spanOf } from "./place.ts";
import { type ParserRule, parserRules } from "./rules.ts";

/** White space between two fields, or before the first of a line. */
interface Gap {
  readonly start: number;
  readonly end: number;
}

const TAB = 0x09;

/**
 * The finding `enc-tabs-mixed` on a zone file: the first gap that is not of tabs, or not of spaces, as most gaps of the
 * file are. They are looked for on request, as it takes a pass over the file that reading does not need.
 */
export function findMixedSpacing(octets: Uint8Array, file: string): readonly Diagnostic[] {
  let tabs = 0;
  let spaces = 0;
  let firstTab: Gap | undefined;
  let firstSpace: Gap | undefined;
  for (let at = nextGap(octets, byteOrderMarkLength(octets)); at < octets.length; at = nextGap(octets, at)) {
    const start = at;
    let [hasTab, hasSpace] = [false, false];
    for (; octetClass[octets[at]!] === octet.SPACE; at++) {
      if (octets[at] === TAB) hasTab = true;
      else hasSpace = true;
    }
    if (endsFields(octets[at])) continue;
    if (hasTab) firstTab ??= { start, end: at };
    if (hasSpace) firstSpace ??= { start, end: at };
    if (hasTab && !hasSpace) tabs++;
    if (hasSpace && !hasTab) spaces++;
  }
  const areTabsUsual = tabs > spaces;
  const odd = areTabsUsual ? firstSpace : firstTab;
  return odd ? [toldAt(octets, file, odd, areTabsUsual)] : [];
}

/** Where the next white space outside quotes and comments starts; the file's length where there is none. */
function nextGap(octets: Uint8Array, from: number): number {
  let at = from;
  while (at < octets.length) {
    switch (octetClass[octets[at]!]) {
      case octet.SPACE:
        return at;
      case octet.SEMICOLON:
        at = endOfLine(octets, at);
        break;
      case octet.QUOTE:
        at = endOfQuoted(octets, at);
        break;
      case octet.BACKSLASH:
        at += 2;
        break;
      default:
        at++;
        while (octetClass[octets[at]!] === octet.ORDINARY) at++;
    }
  }
  return octets.length;
}

function endOfLine(octets: Uint8Array, from: number): number {
  const lineFeed = octets.indexOf(0x0a, from);
  return lineFeed < 0 ? octets.length : lineFeed;
}

/** After the closing quote, or at the end of the line where there is none. */
function endOfQuoted(octets: Uint8Array, quote: number): number {
  for (let at = quote + 1; at < octets.length; at++) {
    if (octets[at] === 0x22) return at + 1;
    if (octets[at] === 0x0a) return at;
    if (octets[at] === 0x5c) at++;
  }
  return octets.length;
}

/** White space before a comment or the end of a line is between no fields. */
function endsFields(next: number | undefined): boolean {
  if (next === undefined) return true;
  const kind = octetClass[next];
  return kind === octet.SEMICOLON || kind === octet.LINE_FEED || kind === octet.CARRIAGE_RETURN;
}

function toldAt(octets: Uint8Array, file: string, { start, end }: Gap, areTabsUsual: boolean): Diagnostic {
  const rule: ParserRule = "enc-tabs-mixed";
  const [here, usual] = areTabsUsual ? ["space", "tabs"] : ["tab", "spaces"];
  const message = `${here} between fields, most of which have ${usual} between them in this file`;
  const span = spanOf(anchorAt(octets, start), file, start, end);
  return { ...span, rule, severity: parserRules[rule].severity, message };
}
