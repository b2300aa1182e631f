import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { damages, harmless } from "./dnssec/damage.ts";
import { findings } from "./dnssec/judge.ts";
import { type Peer, verdicts } from "./dnssec/peers.ts";
import { type Signing, sign } from "./dnssec/signing.ts";

const scratch = mkdtempSync(join(tmpdir(), "zonewright-dnssec-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const day = 86_400_000;

/** validns knows neither ECDSA nor EdDSA, and refuses a dot inside a label. */
const modern = (said: Readonly<Record<Peer, string | undefined>>) => ({ ...said, validns: undefined });
const allAccept = {
  "dnssec-verify": undefined,
  "ldns-verify-zone": undefined,
  kzonecheck: undefined,
  validns: undefined,
};

const signings: readonly Signing[] = [
  { algorithm: "RSASHA1", chain: "NSEC", signer: "dnssec-signzone", source: "odd" },
  { algorithm: "NSEC3RSASHA1", chain: "NSEC3", signer: "ldns-signzone", source: "odd" },
  { algorithm: "RSASHA256", chain: "NSEC", signer: "ldns-signzone", source: "odd" },
  { algorithm: "RSASHA512", chain: "opt-out", signer: "dnssec-signzone", source: "odd" },
  { algorithm: "ECDSAP256SHA256", chain: "NSEC3", signer: "dnssec-signzone", source: "odd" },
  { algorithm: "ECDSAP384SHA384", chain: "opt-out", signer: "ldns-signzone", source: "odd" },
  { algorithm: "ED25519", chain: "NSEC", signer: "dnssec-signzone", source: "odd" },
  { algorithm: "ED448", chain: "NSEC3", signer: "ldns-signzone", source: "odd" },
];

describe("a zone that was just signed", () => {
  test.each(signings)(
    "with $algorithm and $chain by $signer is well",
    async (signing) => {
      const text = await sign(scratch, signing);
      const expected = [
        ...(signing.algorithm.endsWith("SHA1") ? ["dnskey-alg-deprecated", "dnskey-alg-deprecated"] : []),
        ...(signing.chain === "opt-out" ? ["wildcard-nsec3-optout"] : []),
      ];
      expect(findings(text).map(ruleOf)).toEqual(expected);
      expect(modern(await verdicts(scratch, text))).toEqual(allAccept);
    },
    60_000,
  );

  test("expires, and says so a week before", async () => {
    const text = await sign(scratch, { ...signings[6]!, source: "plain" });
    const rulesIn = (days: number) => [...new Set(findings(text, Date.now() + days * day).map(ruleOf))];
    expect([20, 25, 31, -1].map(rulesIn)).toEqual([
      [],
      ["rrsig-expiring"],
      ["rrsig-expired"],
      ["rrsig-expired"],
    ]);
  }, 60_000);
});

describe("the digests of a zone, as ldns-signzone makes them,", () => {
  const withDigest: Signing = { ...signings[6]!, signer: "ldns-signzone", digest: true };

  test("are right", async () => {
    const text = await sign(scratch, withDigest);
    expect(text.match(/\sZONEMD\s\d+\s1\s[12]\s/g)).toHaveLength(2);
    expect(findings(text)).toEqual([]);
  }, 60_000);

  test("are wrong once the zone was edited, glue too", async () => {
    const text = await sign(scratch, { ...withDigest, source: "plain" });
    expect(findings(text)).toEqual([]);
    expect(findings(text.replace("192.0.2.53", "192.0.2.54")).map(ruleOf)).toEqual([
      "zonemd-mismatch",
      "zonemd-mismatch",
    ]);
  }, 60_000);
});

describe.each(["NSEC", "NSEC3"] as const)("a zone signed with %s", (chain) => {
  const rsa = { algorithm: "RSASHA256", chain, signer: "dnssec-signzone", source: "plain" } as const;
  const chainRule = chain === "NSEC" ? "nsec-chain" : "nsec3-chain";
  let lines: readonly string[];

  beforeAll(async () => {
    lines = (await sign(scratch, rsa)).split("\n").filter((line) => line !== "");
  }, 60_000);

  test("is accepted by all", async () => {
    expect(findings(lines.join("\n"))).toEqual([]);
    expect(await verdicts(scratch, `${lines.join("\n")}\n`)).toEqual(allAccept);
  }, 60_000);

  test.each(harmless)(
    "is still accepted: $title",
    async ({ edit }) => {
      const text = `${edit(lines).join("\n")}\n`;
      expect(findings(text)).toEqual([]);
      expect(modern(await verdicts(scratch, text))).toEqual(allAccept);
    },
    60_000,
  );

  test.each(damages.filter((damage) => damage.chain === undefined || damage.chain === chain))(
    "is refused here and by others: $title",
    async ({ edit, rules }) => {
      const text = `${edit(lines).join("\n")}\n`;
      const found = findings(text);
      expect(found.filter((line) => line.includes(" error: ")).map(ruleOf)).toEqual(
        expect.arrayContaining(rules.map((rule) => (rule === "CHAIN" ? chainRule : rule))),
      );
      const refusing = Object.entries(await verdicts(scratch, text)).filter(([, said]) => said !== undefined);
      expect(refusing).not.toEqual([]);
    },
    60_000,
  );

  test.each([
    ["is over", "now-3456000", "now-864000"],
    ["is yet to come", "now+864000", "now+3456000"],
  ])(
    "is refused here and by others: its time %s",
    async (_, from, until) => {
      const text = await sign(scratch, { ...rsa, from, until });
      expect(new Set(findings(text).map(ruleOf))).toEqual(new Set(["rrsig-expired"]));
      const { kzonecheck, validns, "ldns-verify-zone": ldns } = await verdicts(scratch, text);
      expect([kzonecheck, validns, ldns]).not.toContain(undefined);
    },
    60_000,
  );
});

function ruleOf(finding: string): string {
  return finding.split(/[ :]/)[0]!;
}
