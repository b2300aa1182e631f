import { domainToASCII } from "node:url";
import { messageOf } from "../base/index.ts";
import { wireFromText } from "../dns/index.ts";
import { readClass, readTtl } from "./fields.ts";
import { ESCAPED, NON_ASCII, QUOTED } from "./lexer.ts";
import { nameRule } from "./name-rule.ts";
import { isDigit } from "./octets.ts";
import { shown, tokenOctetText, tokenSpan, tokenText } from "./place.ts";
import { isWireAtOrBelow, writePlainName } from "./plain-name.ts";
import { replacement, reportAt } from "./report.ts";
import type { Source, ZoneState } from "./zone-state.ts";

/** Reads token `index` as the owner of this record and of those that inherit it, and reports what is wrong with it. */
export function readOwner(state: ZoneState, source: Source, index: number): void {
  const { owner } = state;
  const length = writePlainName(source.lexer, index, state.originWire, owner.scratch, 0);
  owner.set(owner.scratch, 0, length, -1);
  state.ownerCrossed = undefined;
  if (length < 0) readOddOwner(state, source, index);
  if (owner.length <= 0) return;
  if (isWireAtOrBelow(owner.scratch, 0, owner.length, state.apexWire)) {
    owner.id = state.builder.internWire(owner.scratch, 0, owner.length);
    tellFieldAsOwner(state, source, index);
    return;
  }
  owner.id = -1;
  const message = `owner ${owner.name} is outside the zone ${state.apex}: it and records that inherit it are left out`;
  reportAt(state, source, "name-out-of-zone", index, message);
}

/** An owner that is not plain: quoted, escaped, not ASCII, or no name at all. */
function readOddOwner(state: ZoneState, source: Source, index: number): void {
  const { lexer } = source;
  const { owner } = state;
  owner.setUnreadable();
  const text = tokenText(lexer, index);
  if (lexer.flags[index]! & QUOTED) {
    const span = tokenSpan(lexer, source.file, index);
    const fix = /^[\w.*-]+$/.test(text) ? replacement(span, "take the quotes off", text) : undefined;
    reportAt(
      state,
      source,
      "syn-quoted-non-string",
      index,
      "owner is in quotes: only strings are quoted",
      fix,
    );
    return;
  }
  const octetText = tokenOctetText(lexer, index);
  try {
    const wire = wireFromText(octetText, state.originWire);
    owner.scratch.set(wire);
    owner.length = wire.length;
  } catch (error) {
    reportAt(state, source, nameRule(octetText), index, `owner: ${messageOf(error)}`);
    return;
  }
  if (lexer.flags[index]! & NON_ASCII) tellNonAscii(state, source, index);
  if (text.length > 1 && text.replace(/\\./g, "").includes("@")) {
    const message = `"@" in ${shown(text)} is an ordinary character: it stands for the origin only when alone`;
    reportAt(state, source, "name-at-sign", index, message);
  }
}

/** Reports a name written in characters outside ASCII, with its A-label form (RFC 5890) where there is one. */
export function tellNonAscii(state: ZoneState, source: Source, index: number): void {
  const { lexer, file } = source;
  const text = tokenText(lexer, index);
  const absolute = text.endsWith(".");
  const ascii = lexer.flags[index]! & ESCAPED ? "" : domainToASCII(absolute ? text.slice(0, -1) : text);
  const written = ascii && absolute ? `${ascii}.` : ascii;
  const fix = written ? replacement(tokenSpan(lexer, file, index), `write ${written}`, written) : undefined;
  const hint = written ? `: expected ${written}` : "";
  reportAt(state, source, "enc-non-ascii-owner", index, `name has characters outside ASCII${hint}`, fix);
}

/** Says what is to be said about a record that inherits the owner before it. False, with an error, if there is none. */
export function inheritOwner(state: ZoneState, source: Source): boolean {
  const { owner, ownerCrossed } = state;
  if (!owner.isSet) {
    const message =
      "record has no owner, and there is none before it to inherit: expected a name in column 1";
    reportAt(state, source, "syn-no-owner", 0, message);
    owner.setUnreadable();
    return false;
  }
  if (ownerCrossed && owner.length > 0) {
    const isOrigin = ownerCrossed === "$ORIGIN";
    const rule = isOrigin ? "dir-inherited-owner" : "dir-include-owner-leak";
    const why = isOrigin ? "a reader takes it for a name below the new origin" : "servers differ";
    const message = `record inherits the owner ${owner.name} across ${ownerCrossed}: ${why}, so write it`;
    reportAt(state, source, rule, 0, message);
    state.ownerCrossed = undefined;
  }
  return true;
}

const LARGEST_HOST_NUMBER = 255;

/** Reports an owner that is probably the TTL or the class, the owner being forgotten. */
function tellFieldAsOwner(state: ZoneState, source: Source, index: number): void {
  const { lexer } = source;
  const isClass = readClass(lexer, index) !== undefined;
  if (!isClass && !isDigit(lexer.octets[lexer.starts[index]!])) return;
  const ttl = isClass ? undefined : readTtl(lexer, index);
  const isTtl = ttl !== undefined && ttl > LARGEST_HOST_NUMBER && !state.apex.endsWith(".arpa.");
  if (!isClass && !isTtl) return;
  const what = isClass ? "a class" : "a TTL";
  const text = shown(tokenText(lexer, index));
  const message = `owner ${text} reads like ${what}: if the owner was left out, start the line with white space`;
  reportAt(state, source, "owner-looks-like-field", index, message);
}
