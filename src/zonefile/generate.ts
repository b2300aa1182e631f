import { TYPE } from "../dns/index.ts";
import { GENERATE_OWNER } from "./directive-name.ts";
import { Fields, readFields } from "./fields.ts";
import { expand, type Range } from "./generate-records.ts";
import {
  carriesOffset,
  endsInNibbleDot,
  fill,
  parseTemplate,
  type Template,
  TemplateError,
} from "./generate-template.ts";
import { QUOTED } from "./lexer.ts";
import { LIMITS } from "./limits.ts";
import { shown, tokenText } from "./place.ts";
import { endOfEntry, replacement, report, reportAt, spanFrom } from "./report.ts";
import { tellTypeFault } from "./type-faults.ts";
import type { Source, ZoneState } from "./zone-state.ts";

const RANGE = 1;

/** Carries out `$GENERATE range owner [ttl] [class] type data`, BIND's shorthand for records that differ in a number. */
export function readGenerate(state: ZoneState, source: Source): void {
  const { lexer } = source;
  reportAt(
    state,
    source,
    "gen-unportable",
    0,
    "$GENERATE is read by BIND and PowerDNS; Knot DNS and NSD refuse it",
  );
  if (lexer.count <= GENERATE_OWNER) {
    const expected = "expected a range, an owner, a type and data";
    report(state, "gen-invalid", endOfEntry(source), `$GENERATE is incomplete: ${expected}`);
    return;
  }
  const fields = new Fields();
  readFields(lexer, fields, GENERATE_OWNER);
  const range = readRange(state, source);
  if (fields.typeCode === undefined) {
    tellTypeFault(state, source, fields);
    return;
  }
  if (!range || !checkData(state, source, fields)) return;
  const owner = templateAt(state, source, GENERATE_OWNER);
  const data = templateAt(state, source, fields.rdata);
  if (!owner || !data || !checkOwner(state, source, owner)) return;
  const middle: string[] = [];
  for (let index = GENERATE_OWNER + 1; index < fields.rdata; index++) middle.push(tokenText(lexer, index));
  expand(
    state,
    source,
    range,
    (number) => `${fill(owner, number)} ${middle.join(" ")} ${fill(data, number)}`,
  );
}

function readRange(state: ZoneState, source: Source): Range | undefined {
  const text = tokenText(source.lexer, RANGE);
  const match = /^(\d{1,10})-(\d{1,10})(?:\/(\d{1,10}))?$/.exec(text);
  if (!match) {
    reportAt(
      state,
      source,
      "gen-invalid-range",
      RANGE,
      `${shown(text)}: expected a range such as 1-254 or 0-100/2`,
    );
    return undefined;
  }
  const [start, stop, step] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 1)];
  const problem =
    step === 0
      ? "its step is 0"
      : start > stop
        ? "it starts above its end"
        : stop > 0x7fff_ffff
          ? "it is too high"
          : "";
  if (problem) {
    reportAt(state, source, "gen-invalid-range", RANGE, `range ${shown(text)} cannot be: ${problem}`);
    return undefined;
  }
  const count = Math.floor((stop - start) / step) + 1;
  state.generated += count;
  if (count > LIMITS.generated || state.generated > LIMITS.generatedInZone) {
    const limit = `at most ${LIMITS.generated} at once and ${LIMITS.generatedInZone} in a zone`;
    reportAt(
      state,
      source,
      "gen-too-large",
      RANGE,
      `range ${shown(text)} makes ${count} records: expected ${limit}`,
    );
    return undefined;
  }
  return { start, stop, step };
}

/** The data is one token: several fields have to be in one pair of quotes, which are then taken off. */
function checkData(state: ZoneState, source: Source, fields: Fields): boolean {
  const { lexer } = source;
  const first = fields.rdata;
  if (first >= lexer.count) {
    report(state, "gen-invalid", endOfEntry(source), "$GENERATE has no data: expected it after the type");
    return false;
  }
  if (first < lexer.count - 1) {
    const span = spanFrom(source, first);
    const texts: string[] = [];
    for (let index = first; index < lexer.count; index++) texts.push(tokenText(lexer, index));
    const isPlain = lexer.flags.subarray(first, lexer.count).every((flags) => flags === 0);
    const fix = isPlain ? replacement(span, "put the data in quotes", `"${texts.join(" ")}"`) : undefined;
    report(state, "gen-rhs-unquoted", span, "data of several fields: expected it in one pair of quotes", fix);
    return false;
  }
  const isText = fields.typeCode === TYPE.TXT || fields.typeCode === TYPE.SPF;
  const text = tokenText(lexer, first);
  if (isText && lexer.flags[first]! & QUOTED && /\s/.test(text) && !text.includes('\\"')) {
    const message =
      '$GENERATE takes these quotes off, so that each word is a string: expected \\" inside the quotes';
    reportAt(state, source, "gen-rhs-quotes-stripped", first, message);
  }
  return true;
}

function templateAt(state: ZoneState, source: Source, index: number): Template | undefined {
  const { lexer } = source;
  const bytes = lexer.octets.subarray(lexer.starts[index]!, lexer.ends[index]!);
  if (bytes.length > LIMITS.generatedOctets) {
    reportAt(state, source, "gen-invalid", index, `template is longer than ${LIMITS.generatedOctets} octets`);
    return undefined;
  }
  const written = Buffer.from(bytes).toString("latin1");
  const text = source.lexer.flags[index]! & QUOTED ? withPlainQuotes(written) : written;
  if (carriesOffset(text)) {
    const message = `a "$" after "\${offset}" takes that offset too: expected "\${0}" for the number itself`;
    reportAt(state, source, "gen-offset-carry", index, message);
  }
  try {
    return parseTemplate(text);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    reportAt(state, source, "gen-invalid", index, error.message);
    return undefined;
  }
}

/** What BIND leaves of a token in quotes: `\"` is a quote for the record, other escapes stay. */
function withPlainQuotes(text: string): string {
  return text.replace(/\\(.)/gs, (pair, escaped) => (escaped === '"' ? '"' : pair));
}

function checkOwner(state: ZoneState, source: Source, owner: Template): boolean {
  if (source.lexer.flags[GENERATE_OWNER]! & QUOTED) {
    reportAt(
      state,
      source,
      "syn-quoted-non-string",
      GENERATE_OWNER,
      "owner is in quotes: only strings are quoted",
    );
    return false;
  }
  if (!endsInNibbleDot(owner)) return true;
  const message = "nibbles of even width end in a dot, so that the name is absolute: expected an odd width";
  reportAt(state, source, "gen-nibble-trailing-dot", GENERATE_OWNER, message);
  return false;
}
