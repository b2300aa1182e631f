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
  const reader = new EntryReader(state, file, octets, parents);
  reader.read();
  tellFileEncoding(state, reader.source);
}

/** Reads the entries of one file into the zone, all at once or piece by piece. */
export class EntryReader {
  readonly source: Source;
  readonly #state: ZoneState;
  readonly #plain: PlainLines;

  constructor(state: ZoneState, file: string, octets: Uint8Array, parents: readonly string[]) {
    const lexer = new Lexer(octets);
    const fileId = state.builder.fileId(file);
    this.source = { file, fileId, lexer, standsAt: lexer, chain: [...parents, file] };
    this.#state = state;
    this.#plain = new PlainLines(state, this.source);
    state.files.add(file);
    state.octetsRead += octets.length;
  }

  /** Reads the entries that come next and start before octet `until`. False if nothing more is to be read after them. */
  read(until = Number.POSITIVE_INFINITY): boolean {
    const { lexer } = this.source;
    const state = this.#state;
    while (!state.stopped && !state.reporter.full) {
      this.#plain.read(until);
      if (lexer.position >= until) return true;
      if (!lexer.next()) break;
      readEntry(state, this.source);
    }
    return false;
  }
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
