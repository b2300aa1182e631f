import { expect, test } from "@jest/globals";
import { signedText } from "../../../src/lint/dnssec/index.ts";
import { type LintSettings, lint } from "../../../src/lint/index.ts";
import { lintZone } from "../judge-example.ts";

const now = Date.parse("2026-01-01");

function judge(text: string, options: LintSettings["rules"] = {}): string[] {
  const zone = lintZone({ origin: "example.org.", text, serial: "from-file" });
  return lint([zone], [zone], { settings: { set: "recommended", rules: options }, now })
    .filter(({ rule }) => /^(rrsig|nsec)/.test(rule))
    .map(({ rule, severity, message }) => `${rule} ${severity}: ${message}`);
}

test("says how many signatures were not verified", () => {
  const broken = signedText("NSEC", ["A 192.0.2.1", "A 192.0.2.9"]);
  expect(judge(broken, { "rrsig-missing-or-bad": { options: { "verify-most": 0 } } })).toEqual([
    "rrsig-missing-or-bad info: 7 of the 7 signatures of example.org. were not verified, to save time: the option verify-most (0) sets how many are",
  ]);
});

test("says that a chain was not looked at", () => {
  expect(judge(signedText("NSEC3"), { "nsec3-chain": { options: { "hash-most": 2 } } })).toEqual([
    "nsec3-chain info: the NSEC3 chain of example.org. was not looked at: that takes 3 hashes, and the option hash-most allows 2",
  ]);
});

test("says which signatures are of an algorithm that is not verified", () => {
  const foreign = signedText("NSEC")
    .replaceAll(/RRSIG (\w+) 15/g, "RRSIG $1 253")
    .replace("257 3 15", "257 3 253");
  const tag = 24046;
  expect(judge(foreign.replaceAll("23808", String(tag)))).toEqual([
    `rrsig-missing-or-bad info: 7 signatures of example.org. are of algorithm 253, which is not verified here`,
  ]);
});

test("finds nothing missing in a zone of which not all could be read", () => {
  const zone = lintZone({
    origin: "example.org.",
    text: signedText("NSEC", ["www A 192.0.2.1\n", ""]),
    serial: "from-file",
  });
  const found = lint([zone], [{ ...zone, incomplete: true }], { now });
  expect(found.filter(({ rule }) => /^(rrsig|nsec)/.test(rule))).toEqual([]);
});

test("a fault in every record is told for some of them, with the number of all", () => {
  const names = Array.from({ length: 50 }, (_, at) => `h${at} A 192.0.2.${at}`).join("\n");
  const found = judge(`${signedText("NSEC")}${names}\n`).filter((line) => line.startsWith("rrsig-missing"));
  expect(found).toHaveLength(20);
  expect(
    found.filter((line) => line.endsWith("(and 30 more findings of this rule in the zone)")),
  ).toHaveLength(1);
});
