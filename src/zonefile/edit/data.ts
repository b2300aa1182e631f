import {
  compareRdata,
  isAtOrBelow,
  type Name,
  NameError,
  nameKey,
  RdataError,
  type RdataField,
  type RRType,
  rdataFromText,
  rdataToText,
} from "../../dns/index.ts";
import { Lexer, QUOTED } from "../lexer.ts";
import { tokenOctetText } from "../place.ts";
import { isJoined } from "../service-parameters.ts";
import { type Entry, entryOf, type Piece } from "./entry.ts";
import { writeTtl } from "./ttl-text.ts";

/** How the data of a record is to be written. */
export interface DataStyle {
  readonly origin: Name;
  /** Names below the origin are written without it. */
  readonly relative: boolean;
  /** What stood there before: what means the same stays as it is. */
  readonly before: readonly Piece[];
}

/** Data of more tokens holds no names, and looking at each would take too long. */
const MOST_TOKENS = 200;

/** The tokens of data in a style; where that cannot mean the data, in absolute form. */
export function writeData(type: RRType, rdata: Uint8Array, style: DataStyle): string[] {
  const absolute = tokensOf(type, rdata);
  const tokens = [...absolute];
  if (tokens.length > MOST_TOKENS) return tokens;
  const means = (changed: readonly string[]) => isData(type, rdata, changed, style.origin);
  for (let index = 0; index < tokens.length; index++) {
    const before = style.before[index]?.text;
    const isRelative = before === undefined ? style.relative : !before.endsWith(".");
    const choices = [
      before,
      isRelative ? withoutOrigin(tokens[index]!, style.origin) : undefined,
      before !== undefined && /^(?:\d+[smhdw])+$/i.test(before) && /^\d+$/.test(tokens[index]!)
        ? writeTtl(Number(tokens[index]), before)
        : undefined,
    ];
    for (const choice of choices) {
      if (choice === undefined || !means(tokens.with(index, choice))) continue;
      tokens[index] = choice;
      break;
    }
  }
  return tokens;
}

/** The name without the origin's labels at its end, as written; "@" for the origin itself; undefined if it is not below it. */
export function withoutOrigin(text: string, origin: Name): string | undefined {
  if (!text.endsWith(".") || text === "." || text.startsWith('"')) return undefined;
  if (origin === ".") return text.slice(0, -1);
  const key = nameKey(text as Name);
  if (!isAtOrBelow(key, nameKey(origin))) return undefined;
  return key === nameKey(origin) ? "@" : text.slice(0, -origin.length - 1);
}

function tokensOf(type: RRType, rdata: Uint8Array): string[] {
  return piecesOf(rdataToText(type, rdata)).map(({ text }) => text);
}

function piecesOf(data: string): readonly Piece[] {
  const lexer = readAlone(data);
  return lexer ? entryOf(lexer).data : [];
}

/** Whether the tokens are the data. */
function isData(type: RRType, rdata: Uint8Array, tokens: readonly string[], origin: Name): boolean {
  const lexer = readAlone(tokens.join(" "));
  if (!lexer) return false;
  const fields: RdataField[] = [];
  for (let index = BEFORE_DATA; index < lexer.count; index++) {
    const quoted = (lexer.flags[index]! & QUOTED) !== 0;
    fields.push({ text: tokenOctetText(lexer, index), quoted, joined: isJoined(lexer, index) });
  }
  try {
    return compareRdata(type, rdataFromText(type, fields, origin), rdata) === 0;
  } catch (error) {
    if (error instanceof RdataError || error instanceof NameError) return false;
    throw error;
  }
}

/** Data as the entry of a file, after an owner and a type. */
function readAlone(data: string): Lexer | undefined {
  const lexer = new Lexer(Buffer.from(`@ TYPE1 ${data}\n`, "latin1"));
  return lexer.next() && !lexer.broken ? lexer : undefined;
}

const BEFORE_DATA = 2;

/** Whether data of an entry holds a name that ends in a dot though it lies below the origin. */
export function hasAbsoluteName(entry: Entry, origin: Name): boolean {
  return entry.data.some(({ text }) => withoutOrigin(text, origin) !== undefined);
}
