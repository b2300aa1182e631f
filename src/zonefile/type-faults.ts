import { didYouMean } from "../base/index.ts";
import { isMetaType, type RRType, TYPE, typeCode, typeName } from "../dns/index.ts";
import { isIpv4Text, isIpv6Text } from "./addresses.ts";
import { startsWithDollar } from "./directive-name.ts";
import { type Fields, readClass, readTtl, readType } from "./fields.ts";
import { QUOTED } from "./lexer.ts";
import { shown, tokenSpan, tokenText } from "./place.ts";
import { endOfEntry, indentation, replacement, report, reportAt } from "./report.ts";
import { unfilledTemplate } from "./template-mark.ts";
import type { Source, ZoneState } from "./zone-state.ts";

const vendorTypes: ReadonlySet<string> = new Set([
  "ALIAS",
  "ANAME",
  "CLOUDFLAREAPI",
  "CLOUDNS_WR",
  "DYNA",
  "DYNC",
  "FLATTEN",
  "LUA",
  "NETLIFY",
  "R53_ALIAS",
  "URL",
  "URL301",
]);

/** Types in use, which a mistyped one is likeliest to be. */
const commonTypes: readonly string[] = [
  "A",
  "AAAA",
  "CAA",
  "CNAME",
  "DNAME",
  "DNSKEY",
  "DS",
  "HINFO",
  "HTTPS",
  "LOC",
  "MX",
  "NAPTR",
  "NS",
  "PTR",
  "SOA",
  "SPF",
  "SRV",
  "SSHFP",
  "SVCB",
  "TLSA",
  "TXT",
];

/** Reports why there is no usable type where one has to stand in the entry just read. */
export function tellTypeFault(state: ZoneState, source: Source, fields: Fields): void {
  const { lexer } = source;
  const at = fields.type;
  if (at < 0) {
    const last = shown(tokenText(lexer, lexer.count - 1));
    report(
      state,
      "syn-missing-rdata",
      endOfEntry(source),
      `record ends after ${last}: expected a type and its data`,
    );
    return;
  }
  if (fields.typeCode !== undefined && isMetaType(fields.typeCode)) {
    const name = typeName(fields.typeCode);
    const message = `${name} is a type of questions and transfers: it cannot stand in a zone`;
    reportAt(state, source, "syn-meta-type", at, message);
    return;
  }
  if (at === 0 && tellIndented(state, source)) return;
  tellUnknownType(state, source, fields);
}

/** An indented line whose first token is no field: a directive or an owner moved away from column 1. */
function tellIndented(state: ZoneState, source: Source): boolean {
  const { lexer } = source;
  const text = tokenText(lexer, 0);
  if (startsWithDollar(lexer, 0)) {
    const message = `${shown(text)} is indented: expected a directive to start in column 1`;
    const fix = replacement(indentation(source), "move the directive to column 1", "");
    reportAt(state, source, "syn-indented-directive", 0, message, fix);
    return true;
  }
  if (lexer.count < 2 || lexer.flags[0]! & QUOTED) return false;
  if (
    readTtl(lexer, 1) === undefined &&
    readClass(lexer, 1) === undefined &&
    readType(lexer, 1) === undefined
  ) {
    return false;
  }
  const message = `${shown(text)} is indented, so it is read as a type: expected an owner to start in column 1`;
  const fix = replacement(indentation(source), "move the owner to column 1", "");
  reportAt(state, source, "owner-indented", 0, message, fix);
  return true;
}

function tellUnknownType(state: ZoneState, source: Source, fields: Fields): void {
  const { lexer, file } = source;
  const at = fields.type;
  const text = tokenText(lexer, at);
  const span = tokenSpan(lexer, file, at);
  const before = { ...span, endLine: span.line, endColumn: span.column };
  const isQuoted = (lexer.flags[at]! & QUOTED) !== 0;
  if (vendorTypes.has(text.toUpperCase())) {
    const message = `${text.toUpperCase()} is a type of one DNS provider, which no name server can load`;
    reportAt(state, source, "syn-vendor-type", at, message);
  } else if (isQuoted) {
    reportAt(
      state,
      source,
      "syn-quoted-non-string",
      at,
      `expected a record type instead of the string ${shown(text)}`,
    );
  } else if (isIpv4Text(text) || isIpv6Text(text)) {
    const type = isIpv4Text(text) ? "A" : "AAAA";
    const message = `address ${text} without a type before it: expected ${type}`;
    const fix = replacement(before, `add the type ${type}`, `${type} `);
    reportAt(state, source, "syn-unknown-type", at, message, fix);
  } else if (fields.ttl >= 0 && readTtl(lexer, at) !== undefined) {
    reportAt(state, source, "syn-unknown-type", at, `second number ${text}: expected a type after the TTL`);
  } else if (fields.class >= 0 && readClass(lexer, at) !== undefined) {
    reportAt(state, source, "syn-unknown-type", at, `second class ${text}: expected a type`);
  } else {
    tellNoSuchType(state, source, fields, text);
  }
}

function tellNoSuchType(state: ZoneState, source: Source, fields: Fields, text: string): void {
  const { lexer, file } = source;
  const at = fields.type;
  const span = tokenSpan(lexer, file, at);
  const glued = /^(\d+[a-z]?)(in)$/i.exec(text);
  if (glued) {
    const fix = replacement(span, "put white space between TTL and class", `${glued[1]} ${glued[2]}`);
    const message = `${text} is neither TTL nor class: expected white space between ${glued[1]} and ${glued[2]}`;
    reportAt(state, source, "syn-unknown-type", at, message, fix);
    return;
  }
  if (/^\d/.test(text)) {
    const message = `${shown(text)} is neither TTL nor type: expected a TTL such as 3600 or 1h30m, or a type`;
    reportAt(state, source, "syn-unknown-type", at, message);
    return;
  }
  const owner = fields.owner >= 0 ? tokenText(lexer, fields.owner) : "";
  const template =
    unfilledTemplate(text, "a TTL, a class or a type") ??
    unfilledTemplate(owner, "an owner, a type and data");
  if (template !== undefined) {
    reportAt(state, source, "syn-unknown-type", at, template);
    return;
  }
  if (/^[A-Z]+$/.test(owner) && typeCode(owner) !== undefined) {
    const hint = `${owner} in column 1 is read as the owner: expected the owner before it`;
    const message = `${shown(text)} is not a record type; ${hint}`;
    reportAt(state, source, "syn-unknown-type", at, message);
    return;
  }
  const near = didYouMean(text, commonTypes) ?? didYouMean(text, Object.keys(TYPE));
  const hint = near ? `did you mean ${near}?` : "expected a type such as A, or TYPE1 to TYPE65535";
  const fix = near ? replacement(span, `change ${text} to ${near}`, near) : undefined;
  reportAt(state, source, "syn-unknown-type", at, `${shown(text)} is not a record type: ${hint}`, fix);
}

/** Types nothing asks for any more; the two that BIND refuses are errors. */
const obsoleteTypes: ReadonlyMap<RRType, string> = new Map([
  [TYPE.MB, "it was experimental and never used"],
  [TYPE.MG, "it was experimental and never used"],
  [TYPE.MR, "it was experimental and never used"],
  [TYPE.MINFO, "it was experimental and never used"],
  [TYPE.WKS, "no program reads it"],
  [TYPE.SIG, "RRSIG took its place"],
  [TYPE.KEY, "DNSKEY took its place"],
  [TYPE.X25, "no program reads it"],
  [TYPE.ISDN, "no program reads it"],
  [TYPE.RT, "no program reads it"],
  [TYPE.NSAP, "no program reads it"],
  [TYPE["NSAP-PTR"], "no program reads it"],
  [TYPE.GPOS, "LOC took its place"],
  [TYPE.NXT, "NSEC took its place"],
  [TYPE.EID, "it was never used"],
  [TYPE.NIMLOC, "it was never used"],
  [TYPE.ATMA, "no program reads it"],
  [TYPE.A6, "AAAA took its place"],
  [TYPE.SINK, "it was never used"],
  [TYPE.DLV, "no resolver looks for it any more (RFC 8749)"],
  [TYPE.SPF, "SPF is published in TXT records only (RFC 7208 §3.1)"],
]);

/** Says so if a type is obsolete. False if it is so much so that no server takes it. */
export function checkTypeAge(state: ZoneState, source: Source, fields: Fields, type: RRType): boolean {
  if (type === TYPE.MD || type === TYPE.MF) {
    const message = `${typeName(type)} is obsolete and name servers refuse it: expected MX`;
    state.reporter.report("syn-obsolete-type", tokenSpan(source.lexer, source.file, fields.type), message, {
      severity: "error",
    });
    return false;
  }
  const reason = obsoleteTypes.get(type);
  if (reason)
    reportAt(state, source, "syn-obsolete-type", fields.type, `${typeName(type)} is obsolete: ${reason}`);
  return true;
}

const foreignMarks = /^(?:#|\/\/|\/\*|--)/;

/** Reports a line that is a comment in other languages. True if it was one. */
export function tellForeignComment(state: ZoneState, source: Source): boolean {
  const { lexer, file } = source;
  if (lexer.flags[0]! & QUOTED) return false;
  const mark = foreignMarks.exec(tokenText(lexer, 0))?.[0];
  if (mark === undefined) return false;
  const span = tokenSpan(lexer, file, 0);
  const start = { ...span, endLine: span.line, endColumn: span.column + mark.length };
  const fix = replacement(start, 'start the comment with ";"', ";");
  report(
    state,
    "syn-foreign-comment",
    start,
    `"${mark}" starts no comment in a zone file: expected ";"`,
    fix,
  );
  return true;
}
