import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { findSecret } from "../../known/index.ts";
import type { Rule } from "../../rule.ts";
import { TxtRecord } from "../../txt/index.ts";

export const txtSecretLeak = {
  id: "txt-secret-leak",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.TXT],
  summary: "A private key or an access token in a TXT record.",
  explanation:
    "Everybody can read a zone, and everybody the repository can be read by has it already: taking the record out is not " +
    "enough. Withdraw the key or token where it was made, then remove it here.",
  examples: {
    fail: [
      exampleOrg(
        "a key, and a token",
        `
        a TXT "-----BEGIN PRIVATE KEY-----MC4CAQAwBQYDK2VwBCIEIA==" ;! txt-secret-leak -----BEGIN PRIVATE KEY-----
        b TXT "deploy ${"gh"}p_${"a1B2".repeat(9)}" ;! txt-secret-leak ${"gh"}p_${"a1B2".repeat(9)}
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "public keys, and words",
        `
        a TXT "-----BEGIN PUBLIC KEY-----MCowBQYDK2VwAyEA"
        b TXT "AKIA and ${"gh"}p_ are how some tokens start"
        `,
      ),
    ],
  },
  check({ zone, rowsOf, report }) {
    const { rdata, rdataStart } = zone.zone.columns;
    for (const row of rowsOf(TYPE.TXT)) {
      if (!mayHoldSecret(rdata, rdataStart[row]!, rdataStart[row + 1]!)) continue;
      const txt = new TxtRecord(zone, row);
      const secret = findSecret(txt.text);
      if (!secret) continue;
      const { start, end, what } = secret;
      const message = `${what} in public: withdraw it where it was made, then take it out`;
      report({ row, span: txt.span(start, end), message });
    }
  },
} as const satisfies Rule;

/** The shortest of the forms. */
const shortest = 20;

/** Whether a record may hold one of the marks, looked for at their "-", "_" or "A": no string is made for the rest. */
function mayHoldSecret(rdata: Uint8Array, start: number, end: number): boolean {
  if (end - start < shortest) return false;
  for (let at = start + 1; at < end; at += 1) {
    const octet = rdata[at]!;
    if (octet === 0x2d && beforeHyphen.includes(rdata[at - 1]!)) return true;
    if (octet === 0x5f && beforeUnderscore.includes(rdata[at - 1]!)) return true;
    if (octet === 0x41 && behindA.includes(rdata[at + 1] ?? 0)) return true;
  }
  return false;
}

const beforeHyphen = Buffer.from("-Ytabprs");
const beforeUnderscore = Buffer.from("pousrtem");
const behindA = Buffer.from("KSI");
