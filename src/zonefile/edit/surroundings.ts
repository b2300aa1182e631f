import { type Name, NameError, parseName } from "../../dns/index.ts";
import { directiveOf } from "../directive-name.ts";
import { Lexer } from "../lexer.ts";
import { tokenOctetText } from "../place.ts";
import { type Entry, entriesFrom, entryOf } from "./entry.ts";

/** What the records near a place of a file look like, and what holds there. */
export interface Surroundings {
  /** What relative names are completed with. */
  readonly origin: Name;
  /** Records before the place and after it, in order: a few of each, and the one at the place. */
  readonly nearby: readonly Entry[];
}

const NEAR = 8;

/** Reads up to the entry at `offset`, and a little on. */
export function surroundingsOf(octets: Uint8Array, offset: number, zoneOrigin: Name): Surroundings {
  const lexer = new Lexer(octets);
  const before: number[] = [];
  const lines: number[] = [];
  let origin = zoneOrigin;
  while (lexer.next() && lexer.entryOffset < offset) {
    const directive = directiveOf(lexer);
    if (directive === "$ORIGIN") origin = originAfter(lexer, origin);
    if (directive !== undefined || lexer.broken) continue;
    before.push(lexer.entryOffset);
    lines.push(lexer.entryLine);
    if (before.length > NEAR) {
      before.shift();
      lines.shift();
    }
  }
  const nearby: Entry[] = [];
  const from = before[0] ?? offset;
  for (const entry of entriesFrom(octets, from, lines[0] ?? 1)) {
    if (entry.directive === undefined) nearby.push(entry);
    if (nearby.length > before.length + NEAR) break;
  }
  return { origin, nearby };
}

function originAfter(lexer: Lexer, origin: Name): Name {
  if (lexer.count < 2) return origin;
  try {
    return parseName(tokenOctetText(lexer, 1), origin);
  } catch (error) {
    if (error instanceof NameError) return origin;
    throw error;
  }
}

/** Whether any record of the file inherits its owner. */
export function inheritsOwners(octets: Uint8Array): boolean {
  const lexer = new Lexer(octets);
  while (lexer.next()) if (lexer.indented && !lexer.broken && lexer.count > 1) return true;
  return false;
}

/** The next record after an entry, and whether an $ORIGIN stands between them. */
export function recordAfter(
  octets: Uint8Array,
  { end }: Entry,
): { record: Entry; crossed: boolean } | undefined {
  const lexer = new Lexer(octets, end);
  let crossed = false;
  while (lexer.next()) {
    const directive = directiveOf(lexer);
    if (directive === undefined) return { record: entryOf(lexer), crossed };
    crossed ||= directive === "$ORIGIN";
  }
  return undefined;
}
