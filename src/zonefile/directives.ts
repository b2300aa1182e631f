import { didYouMean, messageOf } from "../base/index.ts";
import { isAtOrBelow, type Name, parseName } from "../dns/index.ts";
import { readTtl } from "./fields.ts";
import { readGenerate } from "./generate.ts";
import { type FileReader, readInclude } from "./include.ts";
import { QUOTED } from "./lexer.ts";
import { nameRule } from "./name-rule.ts";
import { shown, tokenOctetText, tokenSpan, tokenText } from "./place.ts";
import { endOfEntry, replacement, report, reportAt } from "./report.ts";
import { unfilledTemplate } from "./template-mark.ts";
import { type Source, setOrigin, type ZoneState } from "./zone-state.ts";

const directives = ["$ORIGIN", "$TTL", "$INCLUDE", "$GENERATE", "$DATE"];
const LARGEST_TTL = 0x7fff_ffff;

/** Carries out the directive that the entry just read is. */
export function readDirective(
  state: ZoneState,
  source: Source,
  directive: string,
  readFile: FileReader,
): void {
  switch (directive) {
    case "$ORIGIN":
      if (checkCount(state, source, directive, 1, "a name")) readOrigin(state, source);
      return;
    case "$TTL":
      readDefaultTtl(state, source);
      return;
    case "$INCLUDE":
      if (checkCount(state, source, directive, 2, "a file name")) includeFile(state, source, readFile);
      return;
    case "$GENERATE":
      readGenerate(state, source);
      return;
    case "$DATE":
      reportAt(state, source, "dir-date", 0, "$DATE is read by BIND only: delete it");
      return;
    default:
      tellUnknown(state, source, directive);
  }
}

function tellUnknown(state: ZoneState, source: Source, directive: string): void {
  const near = didYouMean(directive, directives);
  const known = "expected $ORIGIN, $TTL, $INCLUDE or $GENERATE";
  const message = `unknown directive ${shown(directive)}: ${near ? `did you mean ${near}?` : known}`;
  const span = tokenSpan(source.lexer, source.file, 0);
  const fix = near ? replacement(span, `change it to ${near}`, near) : undefined;
  report(state, "syn-unknown-directive", span, message, fix);
}

/** Whether the directive has one argument at least and `most` at most; reports it otherwise. */
function checkCount(
  state: ZoneState,
  source: Source,
  directive: string,
  most: number,
  first: string,
): boolean {
  const { count } = source.lexer;
  if (count < 2) {
    report(state, "dir-argument", endOfEntry(source), `${directive} has no argument: expected ${first}`);
    return false;
  }
  if (count > most + 1) {
    const extra = shown(tokenText(source.lexer, most + 1));
    const message = `${extra} after ${directive}: expected the end of the line, or a comment`;
    reportAt(state, source, "dir-argument", most + 1, message);
    return false;
  }
  return true;
}

function readOrigin(state: ZoneState, source: Source): void {
  const origin = originAt(state, source, 1);
  if (origin === undefined || origin === state.origin) return;
  setOrigin(state, origin);
  if (state.owner.isSet) state.ownerCrossed ??= "$ORIGIN";
}

/** The origin that token `index` gives, with what is to be said about it; undefined if it is no name. */
function originAt(state: ZoneState, source: Source, index: number): Name | undefined {
  const { lexer, file } = source;
  const text = tokenText(lexer, index);
  if (lexer.flags[index]! & QUOTED) {
    reportAt(state, source, "syn-quoted-non-string", index, "origin is in quotes: only strings are quoted");
    return undefined;
  }
  let origin: Name;
  try {
    origin = parseName(tokenOctetText(lexer, index), state.origin);
  } catch (error) {
    reportAt(state, source, nameRule(tokenOctetText(lexer, index)), index, `origin: ${messageOf(error)}`);
    return undefined;
  }
  if (text !== "@" && !text.endsWith(".")) {
    const message = `origin ${shown(text)} is relative: BIND reads it as ${origin}, Knot DNS and NSD refuse it`;
    const fix = replacement(tokenSpan(lexer, file, index), `write ${origin}`, origin);
    reportAt(state, source, "dir-origin-relative", index, message, fix);
  }
  if (!isAtOrBelow(origin, state.apex) && !isAtOrBelow(state.apex, origin)) {
    const message = `origin ${origin} is outside the zone ${state.apex}`;
    reportAt(state, source, "dir-origin-out-of-zone", index, message);
  }
  return origin;
}

function readDefaultTtl(state: ZoneState, source: Source): void {
  const { lexer } = source;
  const rule = "ttl-directive-invalid";
  if (lexer.count < 2) {
    report(
      state,
      rule,
      endOfEntry(source),
      "$TTL has no argument: expected seconds, or a time such as 1h30m",
    );
    return;
  }
  const ttl = readTtl(lexer, 1);
  if (ttl === undefined || ttl > LARGEST_TTL) {
    const text = tokenText(lexer, 1);
    const wanted = `0 to ${LARGEST_TTL} seconds, or a time such as 1h30m`;
    const message = unfilledTemplate(text, wanted) ?? `$TTL ${shown(text)}: expected ${wanted}`;
    reportAt(state, source, rule, 1, message);
    return;
  }
  if (lexer.count > 2) {
    const extra = shown(tokenText(lexer, 2));
    reportAt(state, source, rule, 2, `${extra} after $TTL: expected the end of the line, or a comment`);
    return;
  }
  state.defaultTtl = ttl;
  state.ttlLeakedFrom = undefined;
}

function includeFile(state: ZoneState, source: Source, readFile: FileReader): void {
  const origin = source.lexer.count > 2 ? originAt(state, source, 2) : state.origin;
  readInclude(state, source, origin, readFile);
}
