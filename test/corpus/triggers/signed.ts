/** What is known of a zone's key-signing key when its records are written. */
export interface KeyFacts {
  /** DNSKEY data, in fields. */
  readonly dnskey: string;
  /** CDS data that fits it: DS data by SHA-256. */
  readonly cds: string;
}

/** A zone that is signed, by keys made for it, and then changed so that one thing is wrong. */
export interface SignedTrigger {
  /** What the tools call it. */
  readonly check: string;
  readonly rule: string;
  /** Records beside those of `signedBody`, signed with them. */
  records?(key: KeyFacts): readonly string[];
  readonly chain?: "NSEC" | "NSEC3" | "NSEC3 with opt-out";
  /** Days from today on which the signatures start and end; others than -1 and 30. */
  readonly days?: readonly [from: number, to: number];
  /** The records of the signed zone, one a line as `owner TTL IN type data` with single spaces, as they are to be. */
  change?(lines: readonly string[]): readonly string[];
}

/** Below the usual SOA and NS: hosts, an empty non-terminal, and delegations with and without DS. */
export const signedBody = [
  "a A 192.0.2.1",
  "b TXT x",
  "c.d A 192.0.2.2",
  ...["open NS ns1.example.com.", "open NS ns2.example.com."],
  ...["safe NS ns1.example.com.", "safe NS ns.safe", "ns.safe A 192.0.2.3"],
  `safe DS 1 13 2 ${"ab".repeat(32)}`,
];

const zone = "example.org.";
const isOf = (owner: string, type: string) => (line: string) =>
  line.startsWith(`${owner} `) && line.split(" ")[3] === type;
const isSignature = (owner: string, covered: string) => (line: string) =>
  isOf(owner, "RRSIG")(line) && line.split(" ")[4] === covered;

/** Without what one of the tests holds for. */
function without(
  lines: readonly string[],
  ...tests: readonly ((line: string) => boolean)[]
): readonly string[] {
  return lines.filter((line) => !tests.some((test) => test(line)));
}

/** With those lines changed that the test holds for. */
function edited(
  lines: readonly string[],
  test: (line: string) => boolean,
  edit: (line: string) => string,
): readonly string[] {
  return lines.map((line) => (test(line) ? edit(line) : line));
}

const isNsec3 = (line: string) => line.split(" ")[3] === "NSEC3";
const nsec3Covering = (types: string) => (line: string) => isNsec3(line) && line.endsWith(` ${types}`);
const field = (line: string, at: number, value: string) => line.split(" ").with(at, value).join(" ");

/** What the tools look for in signed zones. */
export const signedTriggers: readonly SignedTrigger[] = [
  {
    check: "RRSIG_UNVERIFIABLE: no signature",
    rule: "rrsig-missing-or-bad",
    change: (lines) => without(lines, isSignature(`a.${zone}`, "A")),
  },
  {
    check: "RRSIG_UNVERIFIABLE: data changed after signing",
    rule: "rrsig-missing-or-bad",
    change: (lines) => edited(lines, isOf(`a.${zone}`, "A"), (line) => field(line, 4, "192.0.2.9")),
  },
  {
    check: "cannot find a signer key",
    rule: "rrsig-missing-or-bad",
    change: (lines) =>
      edited(lines, isSignature(`a.${zone}`, "A"), (line) => field(line, 11, "a.example.org.")),
  },
  {
    check: "original TTL differs",
    rule: "rrsig-missing-or-bad",
    change: (lines) => edited(lines, isOf(`a.${zone}`, "A"), (line) => field(line, 1, "7200")),
  },
  {
    check: "RRSIG exists for non-existing type",
    rule: "rrsig-covers-missing",
    change: (lines) => without(lines, isOf(`a.${zone}`, "A")),
  },
  { check: "signature has expired", rule: "rrsig-expired", days: [-30, -1] },
  { check: "signature is too new", rule: "rrsig-expired", days: [10, 30] },
  {
    check: "NSEC_NONE: a name without NSEC",
    rule: "nsec-chain",
    change: (lines) => without(lines, isOf(`b.${zone}`, "NSEC"), isSignature(`b.${zone}`, "NSEC")),
  },
  {
    check: "apex NSEC not found",
    rule: "nsec-chain",
    change: (lines) => without(lines, isOf(zone, "NSEC"), isSignature(zone, "NSEC")),
  },
  {
    check: "NSEC_RDATA_BITMAP: a type is not mentioned",
    rule: "nsec-chain",
    change: (lines) => edited(lines, isOf(`b.${zone}`, "NSEC"), (line) => line.replace(" TXT", "")),
  },
  {
    check: "NSEC_RDATA_BITMAP: a type is not there",
    rule: "nsec-chain",
    change: (lines) => edited(lines, isOf(`b.${zone}`, "NSEC"), (line) => line.replace(" TXT", " A TXT")),
  },
  {
    check: "NSEC_RDATA_CHAIN: the next name is another",
    rule: "nsec-chain",
    change: (lines) => edited(lines, isOf(`a.${zone}`, "NSEC"), (line) => field(line, 4, `c.d.${zone}`)),
  },
  {
    check: "NSEC_RDATA_CHAIN: the last name is not the last",
    rule: "nsec-chain",
    change: (lines) => edited(lines, isOf(`open.${zone}`, "NSEC"), (line) => field(line, 4, zone)),
  },
  {
    check: "EXTRA_NSEC: of a name below a delegation",
    rule: "rrsig-on-glue",
    change: (lines) => [...lines, `ns.safe.${zone} 3600 IN NSEC ${zone} A RRSIG NSEC`],
  },
  {
    check: "signature of glue",
    rule: "rrsig-on-glue",
    change: (lines) => [
      ...lines,
      lines
        .find(isSignature(`a.${zone}`, "A"))!
        .replace(`a.${zone}`, `ns.safe.${zone}`)
        .replace("A 8 3", "A 8 4"),
    ],
  },
  {
    check: "NSEC3: a name without NSEC3",
    rule: "nsec3-chain",
    chain: "NSEC3",
    change: (lines) => without(lines, nsec3Covering("TXT RRSIG")),
  },
  {
    check: "NSEC3: broken chain",
    rule: "nsec3-chain",
    chain: "NSEC3",
    change: (lines) =>
      edited(lines, nsec3Covering("TXT RRSIG"), (line) => field(line, 8, line.slice(0, line.indexOf(".")))),
  },
  {
    check: "NSEC3: wrong bitmap",
    rule: "nsec3-chain",
    chain: "NSEC3",
    change: (lines) => edited(lines, nsec3Covering("TXT RRSIG"), (line) => line.replace(" TXT", "")),
  },
  {
    check: "NSEC3 without a corresponding record",
    rule: "nsec3-chain",
    chain: "NSEC3",
    change: (lines) => without(lines, isOf(`b.${zone}`, "TXT"), isSignature(`b.${zone}`, "TXT")),
  },
  {
    check: "NSEC3_INSECURE_DELEGATION_OPT: left out without opt-out",
    rule: "nsec3-chain",
    chain: "NSEC3 with opt-out",
    change: (lines) => edited(lines, isNsec3, (line) => field(line, 5, "0")),
  },
  {
    check: "NSEC3PARAM_RDATA_FLAGS",
    rule: "nsec3-params",
    chain: "NSEC3",
    change: (lines) => edited(lines, isOf(zone, "NSEC3PARAM"), (line) => field(line, 5, "1")),
  },
  {
    check: "NSEC3PARAM_RDATA_ALG",
    rule: "nsec3-params",
    chain: "NSEC3",
    change: (lines) => edited(lines, isOf(zone, "NSEC3PARAM"), (line) => field(line, 4, "2")),
  },
  {
    check: "DNSKEY_NONE",
    rule: "rrsig-missing-or-bad",
    change: (lines) => without(lines, isOf(zone, "DNSKEY"), isSignature(zone, "DNSKEY")),
  },
  {
    check: "DNSKEY_INVALID",
    rule: "dnskey-params",
    change: (lines) => edited(lines, isOf(zone, "DNSKEY"), (line) => field(line, 5, "2")),
  },
  {
    check: "ksk-exists",
    rule: "dnskey-no-ksk",
    change: (lines) => without(lines, (line) => isOf(zone, "DNSKEY")(line) && line.includes(" 257 ")),
  },
  { check: "CDS_NONE", rule: "cds-consistency", records: ({ dnskey }) => [`@ CDNSKEY ${dnskey}`] },
  {
    check: "CDS_NOT_MATCH",
    rule: "cds-consistency",
    records: ({ dnskey, cds }) => [`@ CDNSKEY ${dnskey}`, `@ CDS ${cds.replace(/\S+$/, "ab".repeat(32))}`],
  },
  { check: "CDNSKEY_NONE", rule: "cds-consistency", records: ({ cds }) => [`@ CDS ${cds}`] },
  {
    check: "CDNSKEY_NO_DNSKEY",
    rule: "cds-consistency",
    records: ({ dnskey }) => [`@ CDNSKEY ${dnskey.replace("257", "256")}`, `@ CDS 1 8 2 ${"ab".repeat(32)}`],
  },
  {
    check: "CDNSKEY_INVALID_DELETE",
    rule: "cds-consistency",
    records: ({ dnskey, cds }) => [
      `@ CDNSKEY ${dnskey}`,
      "@ CDNSKEY 0 3 0 AA==",
      `@ CDS ${cds}`,
      "@ CDS 0 0 0 00",
    ],
  },
];
