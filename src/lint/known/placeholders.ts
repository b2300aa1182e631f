import { isAtOrBelow, type Name, parseName } from "../../dns/index.ts";

/** Marks of templates, and words that stand for what is to be filled in. */
const marks = [
  /\{\{[^{}]{0,200}\}\}/,
  /\$\{[^{}]{0,200}\}/,
  /<%[^%]{0,200}%>/,
  /%%\w{1,50}%%/,
  /@[A-Z][A-Z_]{2,50}@/,
  /<(?:your|my|insert|replace|enter)[ _-][^<>]{1,100}>/i,
  /\breplace[ _&-]?me\b/i,
  /\bchange[ _-]?me\b/i,
  /\byour[ _-]?(?:domain|server|hostname|company)(?=[.\s]|$)/i,
] as const;

/** What every mark has something of: most texts have none. */
const mayHave = /[{<%@$]|(?:replace|change|your)[ _&-]?[dhmsc]/i;

/** Domains for documentation, which nobody has (RFC 2606 §3). */
const documentation = ["example.com.", "example.net.", "example.org."].map((name) => parseName(name));

/** A placeholder in a piece of text, as it stands there. */
export function placeholderIn(text: string): string | undefined {
  if (!mayHave.test(text)) return undefined;
  for (const mark of marks) {
    const found = mark.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return /@(example\.(?:com|net|org))\b/i.exec(text)?.[1];
}

/** The same for a name. */
export function placeholderInName(name: Name): string | undefined {
  const domain = documentation.find((one) => isAtOrBelow(name, one));
  if (domain !== undefined) return domain.slice(0, -1);
  return placeholderIn(name.replaceAll(/\\([^\d])/g, "$1"));
}

const words: ReadonlySet<string> = new Set([
  "example",
  "changeme",
  "change-me",
  "change_me",
  "replaceme",
  "replace-me",
  "replace_me",
  "yourdomain",
  "your-domain",
  "yourserver",
  "your-server",
  "yourcompany",
]);

/** What marks of templates are made of. */
export const markCharacters = "{}$<>%&@";

const starts = Uint8Array.from({ length: 256 }, (_, octet) =>
  /[ecry]/i.test(String.fromCharCode(octet)) ? 1 : 0,
);

/** Whether a name in wire form has a label that is a placeholder's word: quick, for every target of a zone. */
export function hasPlaceholderLabel(octets: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < end; at += octets[at]! + 1) {
    const length = octets[at]!;
    if (length < 7 || length > 11 || starts[octets[at + 1]!] === 0) continue;
    if (
      words.has(
        Buffer.from(octets.subarray(at + 1, at + 1 + length))
          .toString("latin1")
          .toLowerCase(),
      )
    )
      return true;
  }
  return false;
}
