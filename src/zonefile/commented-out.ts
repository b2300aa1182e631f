import type { Diagnostic } from "../diagnostic/index.ts";
import { RdataError, type RdataField, rdataFromText, rootName } from "../dns/index.ts";
import { directiveOf } from "./directive-name.ts";
import { Fields, readFields } from "./fields.ts";
import { Lexer, QUOTED } from "./lexer.ts";
import { isSpace } from "./octets.ts";
import { anchorAt, spanOf, tokenOctetText } from "./place.ts";
import { type ParserRule, parserRules } from "./rules.ts";

/** Comments on lines that follow each other, each of which is a record but for its ";". */
interface Block {
  readonly start: number;
  end: number;
  readonly keys: string[];
}

/** Fewer records are a note to the reader, or an example. */
const LEAST = 5;
const LONGEST_LINE = 1024;
const SEMICOLON = 0x3b;

/**
 * The findings `rr-commented-out` on a zone file: blocks of records made comments, of which some have a record of the
 * same owner and type in the file. They are looked for on request, as reading skips comments.
 */
export function findCommentedOut(octets: Uint8Array, file: string): readonly Diagnostic[] {
  const blocks = blocksOf(octets);
  if (blocks.length === 0) return [];
  const live = liveKeys(octets, new Set(blocks.flatMap(({ keys }) => keys)));
  return blocks.flatMap((block) => {
    const twice = block.keys.filter((key) => live.has(key)).length;
    return twice === 0 ? [] : [toldAt(octets, file, block, twice)];
  });
}

function blocksOf(octets: Uint8Array): readonly Block[] {
  const blocks: Block[] = [];
  const lexer = new Lexer(octets.subarray(0, 0));
  let open: Block | undefined;
  for (let start = 0; start < octets.length; ) {
    const lineFeed = octets.indexOf(0x0a, start);
    const end = lineFeed < 0 ? octets.length : lineFeed;
    const key = commentedKey(octets, start, end, lexer);
    if (key === undefined) open = undefined;
    else if (open === undefined) {
      open = { start, end, keys: [key] };
      blocks.push(open);
    } else {
      open.keys.push(key);
      open.end = end;
    }
    start = end + 1;
  }
  return blocks.filter(({ keys }) => keys.length >= LEAST);
}

/** Owner and type of the record that the comment on this line would be; undefined where it would be none. */
function commentedKey(octets: Uint8Array, start: number, end: number, lexer: Lexer): string | undefined {
  let at = start;
  while (isSpace(octets[at])) at++;
  if (octets[at] !== SEMICOLON || end - at > LONGEST_LINE) return undefined;
  while (octets[at] === SEMICOLON || isSpace(octets[at])) at++;
  lexer.restart(octets.subarray(at, end));
  if (!lexer.next() || lexer.broken || directiveOf(lexer) !== undefined) return undefined;
  const fields = new Fields();
  readFields(lexer, fields);
  const type = fields.typeCode;
  if (type === undefined || fields.rdata >= lexer.count) return undefined;
  const data: RdataField[] = [];
  for (let index = fields.rdata; index < lexer.count; index++) {
    data.push({
      text: tokenOctetText(lexer, index),
      quoted: (lexer.flags[index]! & QUOTED) !== 0,
      joined: false,
    });
  }
  try {
    rdataFromText(type, data, rootName);
  } catch (error) {
    if (error instanceof RdataError) return undefined;
    throw error;
  }
  return keyOf(tokenOctetText(lexer, 0), type);
}

/** Those of the keys that a record of the file has. */
function liveKeys(octets: Uint8Array, wanted: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const lexer = new Lexer(octets);
  const fields = new Fields();
  let owner = "";
  while (found.size < wanted.size && lexer.next()) {
    if (lexer.count === 0 || directiveOf(lexer) !== undefined) continue;
    if (!lexer.indented) owner = tokenOctetText(lexer, 0);
    readFields(lexer, fields);
    const key = fields.typeCode === undefined ? "" : keyOf(owner, fields.typeCode);
    if (wanted.has(key)) found.add(key);
  }
  return found;
}

/** As written: an owner under another `$ORIGIN` is taken for another. */
function keyOf(owner: string, type: number): string {
  return `${owner.toLowerCase()} ${type}`;
}

function toldAt(octets: Uint8Array, file: string, { start, end, keys }: Block, twice: number): Diagnostic {
  const rule: ParserRule = "rr-commented-out";
  const message = `${keys.length} records made comments, ${twice} of them beside records of the same owner and type: delete what is old`;
  const span = spanOf(anchorAt(octets, start), file, start, end);
  return { ...span, rule, severity: parserRules[rule].severity, message };
}
