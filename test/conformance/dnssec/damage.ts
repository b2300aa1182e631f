/** A change to a signed zone file, whose lines are `OWNER TTL IN TYPE DATA`. */
export interface Edit {
  readonly title: string;
  /** Only for zones with this chain; both where it is not said. */
  readonly chain?: "NSEC" | "NSEC3";
  readonly edit: (lines: readonly string[]) => readonly string[];
}

export interface Damage extends Edit {
  /** Rules that have to speak up; CHAIN is `nsec-chain` or `nsec3-chain`. */
  readonly rules: readonly string[];
}

const www = /^www\.example\.org\.\s/;
const ofType = (type: string) => new RegExp(`\\sIN\\s+${type}\\s`);
const covering = (type: string) => new RegExp(`\\sRRSIG\\s+${type}\\s`);

/** Lines to which all patterns apply. */
const all =
  (...patterns: readonly RegExp[]) =>
  (line: string): boolean =>
    patterns.every((pattern) => pattern.test(line));

const without = (isGone: (line: string) => boolean) => (lines: readonly string[]) => {
  if (!lines.some(isGone)) throw new Error("the zone has no such record");
  return lines.filter((line) => !isGone(line));
};

const changed =
  (isMeant: (line: string) => boolean, change: (line: string) => string) => (lines: readonly string[]) => {
    const at = lines.findIndex(isMeant);
    if (at < 0 || change(lines[at]!) === lines[at]) throw new Error("the zone has no such record");
    return lines.with(at, change(lines[at]!));
  };

const flipped = (line: string) =>
  line.replace(/.(.{20})$/, (tail) => (tail[0] === "A" ? "B" : "A") + tail.slice(1));

const isDenial = /\sIN\s+NSEC3?\s/;
const isDenialSignature = /\sRRSIG\s+NSEC3?\s/;

/** The second NSEC or NSEC3 record of the file with its signature: not the apex's. */
function withoutOneDenial(lines: readonly string[]): readonly string[] {
  const owner = lines.filter(all(isDenial)).at(-1)!.split(/\s/)[0]!;
  return lines.filter(
    (line) =>
      !(line.startsWith(`${owner} `) || line.startsWith(`${owner}\t`)) ||
      !(isDenial.test(line) || isDenialSignature.test(line)),
  );
}

export const damages: readonly Damage[] = [
  { title: "a signature is gone", edit: without(all(www, covering("A"))), rules: ["rrsig-missing-or-bad"] },
  {
    title: "a bit of a signature",
    edit: changed(all(www, covering("A")), flipped),
    rules: ["rrsig-missing-or-bad"],
  },
  {
    title: "an address",
    edit: changed(all(www, ofType("A")), (line) => line.replace("192.0.2.80", "192.0.2.81")),
    rules: ["rrsig-missing-or-bad"],
  },
  {
    title: "one record more in a set",
    edit: (lines) => [...lines, "www.example.org. 3600 IN A 192.0.2.99"],
    rules: ["rrsig-missing-or-bad"],
  },
  {
    title: "a new set at a name",
    edit: (lines) => [...lines, 'www.example.org. 3600 IN TXT "new"'],
    rules: ["rrsig-missing-or-bad", "CHAIN"],
  },
  {
    title: "a new name",
    edit: (lines) => [...lines, "new.example.org. 3600 IN A 192.0.2.99"],
    rules: ["rrsig-missing-or-bad", "CHAIN"],
  },
  {
    title: "a set is gone, its signature is not",
    edit: without(all(www, ofType("A"))),
    rules: ["rrsig-covers-missing", "CHAIN"],
  },
  {
    title: "a name is gone",
    edit: without((line) => /^deep\.below\.example\.org\.\s/.test(line) && !/NSEC/.test(line)),
    rules: ["CHAIN"],
  },
  { title: "a record that denies is gone", edit: withoutOneDenial, rules: ["CHAIN"] },
  {
    title: "all records that deny are gone",
    edit: without((line) => isDenial.test(line) || isDenialSignature.test(line)),
    rules: ["CHAIN"],
  },
  {
    title: "a type more in a list",
    edit: changed(all(isDenial, /\bMX\b/), (line) => line.replace(/\bMX\b/, "MX TXT")),
    rules: ["rrsig-missing-or-bad", "CHAIN"],
  },
  {
    title: "a type less in a list",
    edit: changed(all(isDenial, /\bMX\b/), (line) => line.replace(/\bMX\b/, "")),
    rules: ["rrsig-missing-or-bad", "CHAIN"],
  },
  {
    title: "another next name",
    chain: "NSEC",
    edit: changed(all(www, ofType("NSEC")), (line) => line.replace(/NSEC\s+\S+/, "NSEC zzz.example.org.")),
    rules: ["rrsig-missing-or-bad", "nsec-chain"],
  },
  {
    title: "another next hash",
    chain: "NSEC3",
    edit: changed(all(ofType("NSEC3")), (line) =>
      line.replace(/- (.)/, (start) => (start[2] === "0" ? "- 1" : "- 0")),
    ),
    rules: ["rrsig-missing-or-bad", "nsec3-chain"],
  },
  {
    title: "the parameters are gone",
    chain: "NSEC3",
    edit: without((line) => /NSEC3PARAM/.test(line) && !ofType("NSEC3").test(line)),
    rules: ["nsec3-chain"],
  },
  {
    title: "a bit of a key",
    edit: changed(all(ofType("DNSKEY"), /\s256\s/), flipped),
    rules: ["rrsig-missing-or-bad"],
  },
  {
    title: "the keys are gone",
    edit: without((line) => ofType("DNSKEY").test(line) || covering("DNSKEY").test(line)),
    rules: ["rrsig-missing-or-bad", "CHAIN"],
  },
  {
    title: "another TTL",
    edit: changed(all(www, ofType("A")), (line) => line.replace(/\s\d+\s/, " 600 ")),
    rules: ["rrsig-missing-or-bad"],
  },
  {
    title: "a signature of glue",
    edit: (lines) => [
      ...lines,
      lines
        .find(all(/^ns1\./, covering("A")))!
        .replace(/^ns1\./, "ns.lab.")
        .replace("RRSIG\tA 8 3", "RRSIG\tA 8 4"),
    ],
    rules: ["rrsig-on-glue"],
  },
];

/** What changes the file and not the zone. */
export const harmless: readonly Edit[] = [
  { title: "another order", edit: (lines) => [lines[0]!, ...lines.slice(1).reverse()] },
  { title: "a record twice", edit: (lines) => [...lines, lines.find(all(www, ofType("A")))!] },
  { title: "capitals", edit: (lines) => lines.map((line) => line.replace(www, "WWW.Example.ORG. ")) },
];
