import { domainToASCII, domainToUnicode } from "node:url";
import type { Zone } from "../../dns/index.ts";
import { type OwnerLabel, ownerLabelsWith } from "../tree/index.ts";

/** A label of an owner that starts with xn--, and what it is in Unicode (RFC 5890 §2.3.2.1). */
export interface ALabel extends OwnerLabel {
  /** Undefined where the label is no A-label: it cannot be decoded, or is not what its decoded form encodes to. */
  readonly unicode: string | undefined;
}

export function* aLabels(zone: Zone): Generator<ALabel> {
  for (const label of ownerLabelsWith(zone, "--"))
    if (/^xn--/i.test(label.text)) yield { ...label, unicode: toUnicode(label.text) };
}

function toUnicode(label: string): string | undefined {
  const ascii = label.toLowerCase();
  const unicode = domainToUnicode(ascii);
  return unicode !== "" && unicode !== ascii && domainToASCII(unicode) === ascii ? unicode : undefined;
}

/** Scripts that one word is written in together: what each of them lets stand beside it (UTS 39 §5.1). */
const together: readonly (readonly string[])[] = [
  ["Han", "Hiragana", "Katakana", "Latin"],
  ["Han", "Bopomofo", "Latin"],
  ["Han", "Hangul", "Latin"],
];

const scripts: readonly (readonly [name: string, letters: RegExp])[] = [
  ["Latin", /\p{Script=Latin}/u],
  ["Cyrillic", /\p{Script=Cyrillic}/u],
  ["Greek", /\p{Script=Greek}/u],
  ["Armenian", /\p{Script=Armenian}/u],
  ["Hebrew", /\p{Script=Hebrew}/u],
  ["Arabic", /\p{Script=Arabic}/u],
  ["Devanagari", /\p{Script=Devanagari}/u],
  ["Thai", /\p{Script=Thai}/u],
  ["Georgian", /\p{Script=Georgian}/u],
  ["Cherokee", /\p{Script=Cherokee}/u],
  ["Han", /\p{Script=Han}/u],
  ["Hiragana", /\p{Script=Hiragana}/u],
  ["Katakana", /\p{Script=Katakana}/u],
  ["Bopomofo", /\p{Script=Bopomofo}/u],
  ["Hangul", /\p{Script=Hangul}/u],
];

/** Cyrillic and Greek letters that look like Latin ones, each with its Latin letter. */
const alike = new Map<string, string>(
  Object.entries({
    а: "a",
    е: "e",
    о: "o",
    р: "p",
    с: "c",
    у: "y",
    х: "x",
    і: "i",
    ј: "j",
    ѕ: "s",
    ԛ: "q",
    ԝ: "w",
    һ: "h",
    ԁ: "d",
    ӏ: "l",
    ο: "o",
    ν: "v",
    α: "a",
    ι: "i",
    ρ: "p",
    κ: "k",
  }),
);

/** The scripts that a word mixes; undefined where they are one, or such as are written together. */
export function mixedScripts(word: string): readonly string[] | undefined {
  const found = scripts.filter(([, letters]) => letters.test(word)).map(([name]) => name);
  if (found.length < 2 || together.some((set) => found.every((name) => set.includes(name)))) return undefined;
  return found;
}

/** The Latin word that a word of other letters is taken for; undefined where some letter looks like no Latin one. */
export function latinLookalike(word: string): string | undefined {
  const latin = Array.from(
    word,
    (letter) => alike.get(letter) ?? (/[0-9-]/.test(letter) ? letter : undefined),
  );
  const isAlike =
    latin.every((letter) => letter !== undefined) && latin.some((letter) => /[a-z]/.test(letter));
  return isAlike ? latin.join("") : undefined;
}
