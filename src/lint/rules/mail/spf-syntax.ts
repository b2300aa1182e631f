import type { Fix } from "../../../diagnostic/index.ts";
import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { type PlacedTerm, readTerm, type SpfTxt, spfRecords } from "../../mail/index.ts";
import { rdataOctet } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";
import { TxtRecord, textStartsWith } from "../../txt/index.ts";
import { shown } from "../../writing/index.ts";

export const spfSyntax = {
  id: "spf-syntax",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.TXT],
  summary: "An SPF record with a term that is none.",
  rfc: "RFC 7208 §12",
  explanation:
    "One bad term spoils the whole record: receivers end with an error (permerror) and treat mail as if there were no " +
    "SPF, or refuse it. Common slips are `ip:` for `ip4:`, `include=` for `include:`, and a space behind the colon.",
  examples: {
    fail: [
      exampleOrg(
        "mechanisms that are none",
        `
        @  TXT "v=spf1 ip:192.0.2.1 -all" ;! spf-syntax ip:192.0.2.1
        a  TXT "v=spf1 include=_spf.example.com -all" ;! spf-syntax include=_spf.example.com
        c  TXT "v=spf1 192.0.2.1 ip4:2001:db8::1 -al" ;! spf-syntax 192.0.2.1 ;! spf-syntax ip4:2001:db8::1 ;! spf-syntax -al
        d  TXT "v=spf1 include: _spf.example.com -all" ;! spf-syntax include: _spf.example.com
        `,
      ),
      exampleOrg(
        "terms whose meaning only the author knows",
        `
        a  TXT "v=spf1 ip4:192.0.2.0/33 -all" ;! spf-syntax ip4:192.0.2.0/33
        b  TXT "v=spf1 redirect=_spf.example.com redirect=_spf.example.net" ;! spf-syntax redirect=_spf.example.net
        c  TXT "v=spf1 exists:%{x}.example.com -all" ;! spf-syntax exists:%{x}.example.com
        `,
      ),
      exampleOrg(
        "text that is no SPF record, but was meant to be one",
        `
        @  TXT " v=spf1 -all" ;! spf-syntax " v=spf1 -all"
        a  TXT "v=spf1; -all" ;! spf-syntax "v=spf1; -all"
        b  TXT "v=spf1mx:example.com -all" ;! spf-syntax "v=spf1mx:example.com -all"
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "every mechanism and modifier",
        `
        @  TXT ( "V=SPF1 +a a/24 a:%{d}/24//64 mx mx:example.com//48 ip4:192.0.2.0/24 ip6:2001:DB8::/32 "
                 "exists:%{ir}.%{l1r-}._spf.%{d2} ?include:_spf.example.com ra=postmaster "
                 "exp=why._spf.%{d} moo=%{i}%%%_ -ALL" )
        @  A   192.0.2.1
        @  MX  10 @
        a  TXT "v=spf1 redirect=_spf.example.com."
        `,
      ),
    ],
  },
  check(context) {
    const { zone, rowsOf, report } = context;
    const records = spfRecords(context);
    for (const record of records) checkTerms(record, report);
    const read = new Set(records.map(({ row }) => row));
    for (const row of rowsOf(TYPE.TXT)) {
      if (!isNearStart(rdataOctet(zone.zone, row, 1)) || read.has(row)) continue;
      if (!near.some((start) => textStartsWith(zone.zone, row, start))) continue;
      const txt = new TxtRecord(zone, row);
      const meant = /^[\s"']*(?:v\s?=\s?)?spf\s?1[;,:\s]*(.*)$/is.exec(txt.text);
      if (!meant?.[1] || !isSpfLike(meant[1])) continue;
      const text = `v=spf1 ${meant[1]}`;
      report({
        row,
        span: txt.whole,
        message: `"${shown(txt.text)}" is no SPF record: it has to start with "v=spf1" and a space`,
        fix: txt.replace('start with "v=spf1 "', 0, txt.text.length, text),
      });
    }
  },
} as const satisfies Rule;

/** How text starts that was meant to be SPF. */
const near = [" ", '"', "'", "\t", "v=spf", "v =", "v= ", "spf1", "spf 1"];

/** Whether a text that starts with this octet may be one of them. */
function isNearStart(octet: number | undefined): boolean {
  return octet !== undefined && nearStarts.includes(octet);
}

const nearStarts = Buffer.from(" \"'\tvVsS");

/** Whether a text has a mechanism in it, so that it is no sentence about SPF. */
function isSpfLike(text: string): boolean {
  return text
    .split(" ", 50)
    .some(
      (word) => word.length > 2 && readTerm(word).problem === undefined && /^[+~?-]?all$|[:=]/i.test(word),
    );
}

function checkTerms({ row, txt, terms }: SpfTxt, report: Parameters<Rule["check"]>[0]["report"]): void {
  const modifiers = new Set<string>();
  for (const [index, term] of terms.entries()) {
    const { start, end, text, name, isModifier, problem } = term;
    const isSecond = isModifier && modifiers.has(name) && (name === "redirect" || name === "exp");
    if (isModifier) modifiers.add(name);
    const split = splitBySpace(term, terms[index + 1]);
    if (split && split.end !== end) {
      const message = `"${shown(text)}" has a space behind it, which ends the term: the whole record is an error`;
      const fix: Fix | undefined = txt.replace("take the space out", end, split.start, "");
      report({ row, span: txt.span(start, split.end), message, fix });
    } else if (problem && !isRest(terms[index - 1], term)) {
      const fix =
        problem.instead === undefined
          ? undefined
          : txt.replace(`write ${problem.instead}`, start, end, problem.instead);
      report({ row, span: txt.span(start, end), message: `"${shown(text)}": ${problem.message}`, fix });
    } else if (isSecond) {
      report({
        row,
        span: txt.span(start, end),
        message: `${name} is there twice: the whole record is an error`,
      });
    }
  }
}

/** The term that belongs behind this one, which ends in a colon or an equals sign. */
function splitBySpace(term: PlacedTerm, next: PlacedTerm | undefined): PlacedTerm | undefined {
  if (term.problem === undefined || !/[:=]$/.test(term.text) || next?.problem === undefined) return undefined;
  return readTerm(term.text + next.text).problem === undefined ? next : undefined;
}

function isRest(before: PlacedTerm | undefined, term: PlacedTerm): boolean {
  return before !== undefined && splitBySpace(before, term) !== undefined;
}
