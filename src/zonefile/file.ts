import { directiveOf } from "./directive-name.ts";
import { readDirective } from "./directives.ts";
import { checkInvisible, tellFileEncoding } from "./encoding.ts";
import { Lexer } from "./lexer.ts";
import { spanOf } from "./place.ts";
import { PlainLines } from "./plain-lines.ts";
import { keepOwner, readRecord } from "./record.ts";
import { report } from "./report.ts";
import { holdsParameters } from "./service-parameters.ts";
import type { Source, ZoneState } from "./zone-state.ts";

/** Reads all entries of one file into the zone. `parents` are the files that include it, outermost first. */
export function readFile(
  state: ZoneState,
  file: string,
  octets: Uint8Array,
  parents: readonly string[],
): void {
  const lexer = new Lexer(octets);
  const fileId = state.builder.fileId(file);
  const source: Source = { file, fileId, lexer, standsAt: lexer, chain: [...parents, file] };
  state.files.add(file);
  state.octetsRead += octets.length;
  const plain = new PlainLines(state, source);
  while (!state.stopped && !state.reporter.full) {
    plain.read();
    if (!lexer.next()) break;
    readEntry(state, source);
  }
  tellFileEncoding(state, source);
}

function readEntry(state: ZoneState, source: Source): void {
  const { lexer, file } = source;
  for (const problem of lexer.problems) {
    if (problem.rule === "syn-adjacent-quote" && holdsParameters(lexer, state.fields)) continue;
    report(state, problem.rule, spanOf(lexer, file, problem.start, problem.end), problem.message);
  }
  const directive = directiveOf(lexer);
  if (lexer.broken || checkInvisible(state, source)) {
    if (directive === undefined) keepOwner(state, source);
  } else if (directive === undefined) {
    readRecord(state, source);
  } else {
    readDirective(state, source, directive, readFile);
  }
}
