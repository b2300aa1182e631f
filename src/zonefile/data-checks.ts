import { type RRType, rdataNames, TYPE } from "../dns/index.ts";
import { isIpv4Text } from "./addresses.ts";
import type { Fields } from "./fields.ts";
import { NON_ASCII, QUOTED } from "./lexer.ts";
import { LIMITS } from "./limits.ts";
import { tellNonAscii } from "./owner.ts";
import { shown, spanOf, tokenSpan, tokenText } from "./place.ts";
import { replacement, report, reportAt } from "./report.ts";
import type { Source, ZoneState } from "./zone-state.ts";

const stringTypes: ReadonlySet<RRType> = new Set([
  TYPE.TXT,
  TYPE.SPF,
  TYPE.CAA,
  TYPE.NINFO,
  TYPE.AVC,
  TYPE.RESINFO,
  TYPE.WALLET,
  TYPE.CLA,
]);

/** Types whose data starts with the flags of a key. */
const keyTypes: ReadonlySet<RRType> = new Set([TYPE.KEY, TYPE.DNSKEY, TYPE.CDNSKEY]);

/** Reports data that reads well and is still not what its author meant. */
export function checkData(
  state: ZoneState,
  source: Source,
  fields: Fields,
  type: RRType,
  rdata: Uint8Array,
): void {
  const { lexer } = source;
  if (rdata.length > LIMITS.largeData) {
    const message = `data of ${rdata.length} octets: expected at most ${LIMITS.largeData}, as answers of this size often get lost`;
    reportAt(state, source, "rdata-large", fields.type, message);
  }
  if (lexer.touchingSemicolon >= 0 && stringTypes.has(type)) tellSemicolon(state, source);
  if (type === TYPE.CNAME) tellAddress(state, source, fields);
  if (keyTypes.has(type)) tellFlagNames(state, source, fields, rdata);
  if (lexer.hasNonAscii && rdataNames(type, rdata).length > 0) {
    let told = 0;
    for (let index = fields.rdata; index < lexer.count && told < LIMITS.problemsOfEntry; index++) {
      if ((lexer.flags[index]! & (NON_ASCII | QUOTED)) !== NON_ASCII) continue;
      tellNonAscii(state, source, index);
      told++;
    }
  }
}

/** `TXT v=DMARC1; p=none` ends at the semicolon, and servers load it without a word. */
function tellSemicolon(state: ZoneState, source: Source): void {
  const { lexer, file } = source;
  const { octets } = lexer;
  const semicolon = lexer.touchingSemicolon;
  const token = lexer.ends.subarray(0, lexer.count).indexOf(semicolon);
  const start = lexer.starts[token]!;
  const lineFeed = octets.indexOf(0x0a, semicolon);
  let end = lineFeed < 0 ? octets.length : lineFeed;
  while (octets[end - 1] === 0x20 || octets[end - 1] === 0x09 || octets[end - 1] === 0x0d) end--;
  const whole = spanOf(lexer, file, start, end);
  const text = Buffer.from(octets.subarray(start, end)).toString();
  const isLast = token === lexer.count - 1;
  const fix =
    isLast && !/["\\]/.test(text) ? replacement(whole, "quote the whole string", `"${text}"`) : undefined;
  const message = `";" outside quotes starts a comment: the data ends at ${shown(tokenText(lexer, token))}`;
  report(state, "syn-unquoted-semicolon", spanOf(lexer, file, semicolon, semicolon + 1), message, fix);
}

/** `DNSKEY ZONE 3 8 …` is read by BIND alone. */
function tellFlagNames(state: ZoneState, source: Source, fields: Fields, rdata: Uint8Array): void {
  const text = tokenText(source.lexer, fields.rdata);
  if (!/^[a-z]/i.test(text)) return;
  const value = String(rdata[0]! * 0x100 + rdata[1]!);
  const message = `flags ${shown(text)} by name: only BIND reads that; expected the number ${value}`;
  const fix = replacement(tokenSpan(source.lexer, source.file, fields.rdata), `write ${value}`, value);
  reportAt(state, source, "syn-flag-names", fields.rdata, message, fix);
}

/** An address after CNAME is read as a relative name of four labels. */
function tellAddress(state: ZoneState, source: Source, fields: Fields): void {
  const text = tokenText(source.lexer, fields.rdata);
  if (!isIpv4Text(text)) return;
  const message = `CNAME points at the address ${text}, which is read as a name: expected a name, or type A`;
  const fix = replacement(tokenSpan(source.lexer, source.file, fields.type), "make it an A record", "A");
  reportAt(state, source, "syn-wrong-rdata-kind", fields.rdata, message, fix);
}
