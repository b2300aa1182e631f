import type { Severity } from "../../../diagnostic/index.ts";
import { TYPE } from "../../../dns/index.ts";
import {
  assignedAlgorithms,
  atField,
  curveKeyLengths,
  type DnsKey,
  ENTRY_POINT,
  exampleKey,
  publicKeyOf,
  REVOKED,
  readKey,
  readRsaKey,
  retiredAlgorithms,
  signatureSchemes,
  ZONE_KEY,
} from "../../dnssec/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

const publicKey = exampleKey.split(" ")[3]!;
/** A key with exponent 3, and a modulus of 512 bits: it starts with 1, 3 and is odd. */
const shortRsa = Buffer.from([1, 3, ...Array.from({ length: 64 }, (_, at) => (at * 37 + 193) | 1)]).toString(
  "base64",
);

interface Fault {
  readonly field: number;
  readonly message: string;
  readonly severity?: Severity;
}

export const dnskeyParams = {
  id: "dnskey-params",
  severity: "warning",
  mostSevere: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.DNSKEY],
  options: {
    "rsa-bits": { default: 1024, summary: "Bits that the modulus of an RSA key has at least." },
  },
  summary:
    "A DNSKEY record with flags, a protocol or an algorithm that mean nothing, or with a weak or unreadable key.",
  rfc: "RFC 4034 §2.1",
  explanation:
    "Keys sign zones only with the flag 256 and the protocol 3; other flags than 128 (revoked) and 1 (entry point) are " +
    "to be 0. Keys of a length that is not their algorithm's cannot be read by anyone, short RSA keys can be broken, and " +
    "RSA with exponent 1 signs nothing. Write the record as the signer printed it, or make a new key.",
  examples: {
    fail: [
      exampleOrg("the protocol of something else", `@ DNSKEY 257 TLS 15 ${publicKey} ;! dnskey-params TLS`),
      exampleOrg("no key of a zone", `@ DNSKEY 0001 3 15 ${publicKey} ;! dnskey-params 0001`),
      exampleOrg("a flag that means nothing", `@ DNSKEY 321 3 15 ${publicKey} ;! dnskey-params 321`),
      exampleOrg("an algorithm that nobody knows", `@ DNSKEY 257 3 200 ${publicKey} ;! dnskey-params 200`),
      exampleOrg(
        "an octet is missing",
        `@ DNSKEY 257 3 15 cHVibGljIGtleQ== ;! dnskey-params cHVibGljIGtleQ==`,
      ),
      exampleOrg(
        "512 bits of RSA, exponent 3",
        `@ DNSKEY 257 3 8 ${shortRsa} ;! dnskey-params ${shortRsa} ;! dnskey-params ${shortRsa}`,
      ),
    ],
    pass: [exampleOrg("a key as it should be", `@ DNSKEY ${exampleKey}`)],
  },
  check({ zone, rowsOf, number, report }) {
    for (const row of rowsOf(TYPE.DNSKEY)) {
      const key = readKey(zone.zone, row);
      if (!key) continue;
      for (const { field, ...fault } of [...headFaults(key), ...keyFaults(key, number("rsa-bits"))])
        report({ ...atField(zone, row, field), ...fault });
    }
  },
} as const satisfies Rule;

function headFaults({ flags, protocol }: DnsKey): readonly Fault[] {
  const faults: Fault[] = [];
  const strange = flags & ~(ZONE_KEY | REVOKED | ENTRY_POINT);
  if ((flags & ZONE_KEY) === 0)
    faults.push({
      field: 0,
      message: `the flags ${flags} lack 256, so this is no key of a zone and validates nothing: write 256, or 257 for the key that the DS record is of`,
    });
  else if (strange !== 0)
    faults.push({
      field: 0,
      message: `of the flags ${flags} only 256, 128 and 1 mean something: ${strange} is to be 0`,
    });
  if (protocol !== 3)
    faults.push({
      field: 1,
      message: `the protocol is ${protocol}, and resolvers ignore every key with another than 3: write 3`,
      severity: "error",
    });
  return faults;
}

function keyFaults({ algorithm, publicKey }: DnsKey, leastBits: number): readonly Fault[] {
  const scheme = signatureSchemes.get(algorithm);
  if (!scheme) return isAssigned(algorithm) ? [] : [unassigned(algorithm)];
  const error = (message: string): readonly Fault[] => [{ field: 3, message, severity: "error" }];
  if (scheme.kind === "RSA") return rsaFaults(publicKey, leastBits);
  const wanted = curveKeyLengths[scheme.kind];
  if (publicKey.length !== wanted)
    return error(
      `a key of algorithm ${algorithm} (${scheme.kind}) has ${wanted} octets, and this one ${publicKey.length}: nobody can read it; write it as the signer printed it`,
    );
  if (publicKeyOf(algorithm, publicKey)) return [];
  return error(
    `this is no key of algorithm ${algorithm} (${scheme.kind}): write it as the signer printed it`,
  );
}

function isAssigned(algorithm: number): boolean {
  return assignedAlgorithms.has(algorithm) || retiredAlgorithms.has(algorithm);
}

function unassigned(algorithm: number): Fault {
  const message = `no algorithm has the number ${algorithm}: resolvers take what only this key signs for unsigned; make a key of algorithm 13 (ECDSA P-256)`;
  return { field: 2, message };
}

function rsaFaults(octets: Uint8Array, leastBits: number): readonly Fault[] {
  const at = (message: string, severity?: Severity): Fault => ({
    field: 3,
    message,
    ...(severity && { severity }),
  });
  const key = readRsaKey(octets);
  if (!key)
    return [
      at("this is no RSA key: exponent and modulus are cut off; write it as the signer printed it", "error"),
    ];
  const { exponent, modulus } = key;
  const faults: Fault[] = [];
  if (exponent[0] === 0 || modulus[0] === 0)
    faults.push(
      at(
        "the exponent or the modulus starts with zeros, which RFC 3110 forbids and some resolvers refuse: make the record anew",
      ),
    );
  const value = BigInt(`0x${Buffer.from(exponent.subarray(0, 64)).toString("hex")}`);
  if (value < 3n || value % 2n === 0n)
    faults.push(at(`an RSA key with exponent ${value} signs nothing: make a new key`, "error"));
  else if (value === 3n)
    faults.push(
      at(
        "an RSA key with exponent 3 can be forged where a verifier is careless: make a new key, which has 65537",
      ),
    );
  const bits = bitsOf(modulus);
  if (bits < leastBits)
    faults.push(
      at(`an RSA key of ${bits} bits can be broken: make one of 2048 bits, or an ECDSA key (algorithm 13)`),
    );
  else if (bits > 4096)
    faults.push(
      at(`an RSA key has at most 4096 bits (RFC 3110 §2), and this one ${bits}: resolvers may refuse it`),
    );
  return faults;
}

function bitsOf(number: Uint8Array): number {
  const first = number.findIndex((octet) => octet !== 0);
  return first < 0 ? 0 : (number.length - first) * 8 - Math.clz32(number[first]!) + 24;
}
