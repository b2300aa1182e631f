import { TYPE } from "../../../dns/index.ts";
import { type Association, readAssociation, tlsaOwner } from "../../certificates/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Finding, Rule } from "../../rule.ts";
import type { LintZone } from "../../zone.ts";

export const tlsaParams = {
  id: "tlsa-params",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.TLSA, TYPE.SMIMEA],
  summary: "A TLSA or SMIMEA record with numbers that have no meaning, or data that does not fit them.",
  rfc: "RFC 6698 §2.1, RFC 7218, RFC 7672 §3.1.3",
  explanation:
    "Clients skip such a record; if it is the only one they refuse to connect. Usage is 0 to 3, selector 0 or 1, matching " +
    "type 0 (the data itself), 1 (SHA-256, 32 octets) or 2 (SHA-512, 64 octets); 255 is for private use. Mail servers " +
    "take only the usages 2 and 3 (others are a warning here).",
  examples: {
    fail: [
      exampleOrg(
        "usage, selector, matching type and length",
        `
        _443._tcp.a TLSA 4 1 1 ${"0b9f".repeat(16)} ;! tlsa-params 4
        _443._tcp.b TLSA 3 2 1 ${"0b9f".repeat(16)} ;! tlsa-params 2
        _443._tcp.c TLSA 3 1 3 ${"eb9f".repeat(16)} ;! tlsa-params 3
        _443._tcp.d TLSA 3 1 2 ${"0b9f".repeat(16)} ;! tlsa-params ${"0b9f".repeat(16)}
        _443._tcp.e TLSA 3 1 0 ${"0b9f".repeat(16)} ;! tlsa-params ${"0b9f".repeat(16)}
        _25._tcp.f  TLSA 1 0 2 ${"0b9f".repeat(32)} ;! tlsa-params 1
        a A 192.0.2.1
        b A 192.0.2.1
        c A 192.0.2.1
        d A 192.0.2.1
        e A 192.0.2.1
        f A 192.0.2.1
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "both digests",
        `
        _443._tcp.a TLSA 3 1 1 ${"0b9f".repeat(16)}
        _25._tcp.a  TLSA 2 0 2 ${"0b9f".repeat(32)}
        a           A    192.0.2.1
        `,
      ),
    ],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.TLSA, TYPE.SMIMEA)) {
      const association = readAssociation(zone.zone.rdata(row));
      const fault = faultOf(association) ?? mailFault(zone, row, association);
      if (!fault) continue;
      const { token, ...finding } = fault;
      const tokens = zone.tokens(row)?.rdata;
      report({ row, span: tokens?.[0]?.text === "\\#" ? undefined : tokens?.[token]?.span, ...finding });
    }
  },
} as const satisfies Rule;

interface Fault extends Pick<Finding, "message" | "severity"> {
  /** Which token of the data is at fault. */
  readonly token: number;
}

const privateUse = 255;
const digestLengths: ReadonlyMap<number, number> = new Map([
  [1, 32],
  [2, 64],
]);

function faultOf({ usage, selector, matching, data }: Association): Fault | undefined {
  if (usage > 3 && usage !== privateUse)
    return {
      token: 0,
      message: `the usage ${usage} has no meaning: 0 to 3 have (PKIX-TA, PKIX-EE, DANE-TA, DANE-EE)`,
    };
  if (selector > 1 && selector !== privateUse)
    return {
      token: 1,
      message: `the selector ${selector} has no meaning: 0 (the certificate) and 1 (its key) have`,
    };
  if (matching > 2 && matching !== privateUse)
    return {
      token: 2,
      message: `the matching type ${matching} has no meaning: 0, 1 (SHA-256) and 2 (SHA-512) have`,
    };
  const length = digestLengths.get(matching);
  if (length !== undefined && data.length !== length) {
    const what = matching === 1 ? "SHA-256" : "SHA-512";
    return {
      token: 3,
      message: `matching type ${matching} is ${what}, with ${length} octets: here are ${data.length}`,
    };
  }
  if (matching !== 0 || isWholeDer(data)) return undefined;
  const what = selector === 0 ? "certificate" : "key";
  return {
    token: 3,
    message: `matching type 0 takes a whole ${what} (DER), and this is none: a digest has type 1 or 2`,
  };
}

/** Whether octets are one sequence of DER from the first to the last, as certificates and keys are. */
function isWholeDer(data: Uint8Array): boolean {
  const first = data[1];
  if (data[0] !== 0x30 || first === undefined) return false;
  if (first < 0x80) return data.length === 2 + first;
  const count = first & 0x7f;
  if (count === 0 || count > 3) return false;
  const length = data.subarray(2, 2 + count).reduce((sum, octet) => sum * 0x100 + octet, 0);
  return data.length === 2 + count + length;
}

function mailFault({ zone }: LintZone, row: number, { usage }: Association): Fault | undefined {
  if (zone.type(row) !== TYPE.TLSA || usage > 1 || tlsaOwner(zone.owner(row))?.port !== "25")
    return undefined;
  const message = `mail servers skip the usage ${usage}: write ${usage + 2} (RFC 7672 §3.1.3)`;
  return { token: 0, message, severity: "warning" };
}
