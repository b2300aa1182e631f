import type { Span } from "../base/index.ts";
import type { Fix } from "../diagnostic/index.ts";
import {
  codecOf,
  endOfRdata,
  NameError,
  parseName,
  RdataError,
  type RdataField,
  type RRType,
  rdataFromText,
  TYPE,
  typeName,
} from "../dns/index.ts";
import { isIpv4Text, isIpv6Text } from "./addresses.ts";
import type { Fields } from "./fields.ts";
import { nameRule } from "./name-rule.ts";
import { shown, tokenSpan } from "./place.ts";
import { endOfEntry, replacement, report } from "./report.ts";
import type { ParserRule } from "./rules.ts";
import { splitString, stringLength } from "./strings.ts";
import { unfilledTemplate } from "./template-mark.ts";
import type { Source, ZoneState } from "./zone-state.ts";

/** A record whose data was refused. `at` is the index in `data` of the token at fault. */
interface Fault {
  readonly state: ZoneState;
  readonly source: Source;
  readonly fields: Fields;
  readonly type: RRType;
  readonly data: readonly RdataField[];
  readonly at: number;
  /** The token at fault is one too many. */
  readonly isExtra: boolean;
  /** What should stand there, in words. */
  readonly expected: string;
}

interface Finding {
  readonly rule: ParserRule;
  readonly fix?: Fix | undefined;
  /** Said instead of what the codec says. */
  readonly message?: string;
}

/** Reports why the data of a record was refused, at the token at fault, with the repair where it is certain. */
export function tellRdataFault(
  state: ZoneState,
  source: Source,
  fields: Fields,
  type: RRType,
  data: readonly RdataField[],
  error: RdataError,
): void {
  const { field, expected = "data of the type" } = error;
  const isExtra = expected === endOfRdata;
  const fault: Fault = { state, source, fields, type, data, at: field ?? 0, isExtra, expected };
  const finding = field === undefined ? undefined : judge(fault);
  const rule = finding?.rule ?? "rdata-too-long";
  report(
    state,
    rule,
    spanOfFault(fault),
    `${typeName(type)}: ${finding?.message ?? error.message}`,
    finding?.fix,
  );
}

/** Types whose data is any number of strings, so that one too long can be cut. */
const textTypes: ReadonlySet<RRType> = new Set([
  TYPE.TXT,
  TYPE.SPF,
  TYPE.NINFO,
  TYPE.AVC,
  TYPE.RESINFO,
  TYPE.WALLET,
  TYPE.CLA,
]);

/** Types whose data is strings and nothing else. */
const stringTypes: ReadonlySet<RRType> = new Set([...textTypes, TYPE.HINFO, TYPE.X25, TYPE.ISDN, TYPE.GPOS]);

function judge(fault: Fault): Finding {
  const { type, data, at } = fault;
  const token = data[at];
  if (data[0]?.text.startsWith("\\#") && !data[0].quoted) return { rule: "syn-rfc3597" };
  const isSoa = type === TYPE.SOA;
  if (isSoa && data.length > 0 && (token === undefined || fault.isExtra)) return soaFieldCount(data.length);
  if (token === undefined) return { rule: "syn-missing-rdata" };
  if (!codecOf(type)) return { rule: "syn-rfc3597" };
  if (stringTypes.has(type) && stringLength(token.text) > 255) {
    const fix = textTypes.has(type) ? splitString(fault.source, fault.fields.rdata + at) : undefined;
    return { rule: "txt-string-too-long", fix };
  }
  if (fault.isExtra) return { rule: "syn-extra-token" };
  if (token.quoted && !token.joined && !stringTypes.has(type)) return quotedToken(fault, token.text);
  if (type === TYPE.MX && at === 0 && data.length === 1) return missingPreference(fault, token.text);
  if (type === TYPE.URI && at === 2) return unquotedUri(fault, token.text);
  if (/^\d+$/.test(token.text) && reads(fault, "0")) {
    return { rule: isSoa && at === 2 ? "soa-serial-overflow" : "syn-number-range" };
  }
  if (reads(fault, ".") && !isName(fault, token.text)) return { rule: nameRule(token.text) };
  const message = unfilledTemplate(token.text, fault.expected);
  if (message !== undefined) return { rule: "syn-wrong-rdata-kind", message };
  return { rule: "syn-wrong-rdata-kind", ...wrongKind(fault, token.text) };
}

const SOA_FIELDS = ["primary server", "mailbox", "serial", "refresh", "retry", "expire", "minimum"];

function soaFieldCount(count: number): Finding {
  const { length } = SOA_FIELDS;
  const message = `${count} ${count === 1 ? "field" : "fields"}: expected ${length} (${SOA_FIELDS.join(", ")})`;
  return { rule: "soa-field-count", message };
}

function quotedToken(fault: Fault, text: string): Finding {
  const bare = [...fault.data];
  bare[fault.at] = { text, quoted: false };
  const certain = accepts(fault, bare) && /^[\w.:*-]+$/.test(text);
  const fix = certain ? replacement(spanOfFault(fault), "take the quotes off", text) : undefined;
  return { rule: "syn-quoted-non-string", fix };
}

function unquotedUri(fault: Fault, text: string): Finding {
  const fix = text.includes("\\")
    ? undefined
    : replacement(spanOfFault(fault), "put it in quotes", `"${text}"`);
  return { rule: "syn-wrong-rdata-kind", fix };
}

function missingPreference(fault: Fault, text: string): Finding {
  const span = spanOfFault(fault);
  const start = { ...span, endLine: span.line, endColumn: span.column };
  const glued = /^(\d{1,5})(?=[a-z])/i.exec(text)?.[1];
  if (glued) {
    const space = { ...start, column: span.column + glued.length, endColumn: span.column + glued.length };
    const fix = replacement(space, "put white space after the preference", " ");
    const message = `${shown(text)} is one word: expected white space after the preference ${glued}`;
    return { rule: "syn-missing-rdata", message, fix };
  }
  const fix = replacement(start, "add the preference 10", "10 ");
  const message = `the preference is missing before ${shown(text)}: expected a number and a host`;
  return { rule: "syn-missing-rdata", message, fix };
}

/** Data that would be right for another type, or right without its end. */
function wrongKind(fault: Fault, text: string): { fix?: Fix; message?: string } {
  const { source, fields, type } = fault;
  if (type !== TYPE.A && type !== TYPE.AAAA) return {};
  const typeSpan = tokenSpan(source.lexer, source.file, fields.type);
  const as = (name: string): Fix =>
    replacement(typeSpan, `make it ${name === "CNAME" ? "a" : "an"} ${name} record`, name);
  if (type === TYPE.A && isIpv6Text(text)) return { fix: as("AAAA") };
  if (type === TYPE.AAAA && isIpv4Text(text)) return { fix: as("A") };
  const [address, length] = text.split("/");
  if (length !== undefined && accepts(fault, [{ text: address!, quoted: false }])) {
    return { fix: replacement(spanOfFault(fault), `drop the prefix length /${length}`, address!) };
  }
  if (/^[a-z0-9_*-]+(?:\.[a-z0-9_-]+)*\.?$/i.test(text) && /[a-z]/i.test(text) && !/^0x/i.test(text)) {
    const message = `${shown(text)} is a name: expected an address, or type CNAME to point at a name`;
    return { fix: as("CNAME"), message };
  }
  return {};
}

/** Whether the type takes this data instead. */
function accepts(fault: Fault, data: readonly RdataField[]): boolean {
  return refusal({ ...fault, data }) === undefined;
}

/** Whether the token at fault would be read if it were `text`, whatever follows it. */
function reads(fault: Fault, text: string): boolean {
  const data = [...fault.data];
  data[fault.at] = { text, quoted: false };
  const error = refusal({ ...fault, data });
  return error === undefined || (error.field ?? 0) > fault.at;
}

function isName({ state }: Fault, text: string): boolean {
  try {
    parseName(text, state.origin);
    return true;
  } catch (error) {
    if (error instanceof NameError) return false;
    throw error;
  }
}

function refusal({ type, data, state }: Fault): RdataError | undefined {
  try {
    rdataFromText(type, data, state.origin);
    return undefined;
  } catch (error) {
    if (error instanceof RdataError) return error;
    throw error;
  }
}

/** The token at fault; the end of the entry where one is missing. */
function spanOfFault({ source, fields, at, data }: Fault): Span {
  const { lexer, file } = source;
  if (at >= data.length) return endOfEntry(source);
  return tokenSpan(lexer, file, fields.rdata + at);
}
