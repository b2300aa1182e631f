import { nameFromWire, type RRType, typeName, type Zone } from "../../dns/index.ts";
import { keyText } from "./key.ts";
import { lowerWire } from "./nodes.ts";
import type { Signature } from "./signature.ts";
import { canonicalSet, labelCount, signedOctets } from "./signed-octets.ts";
import type { Verdict, Verifier } from "./verifier.ts";

/** An RRset and the signatures over it. */
export interface SignedSet {
  readonly type: RRType;
  readonly rows: readonly number[];
  /** In wire form. */
  readonly owner: Uint8Array;
  readonly signatures: readonly Signature[];
}

/** What is wrong with one signature; `grave` where a resolver will not take it. */
export interface SignatureFault {
  readonly signature: Signature;
  readonly message: string;
  readonly grave: boolean;
}

/** What was found of one set: its faults, and whether any of its signatures may hold. */
export interface SetVerdict {
  readonly faults: readonly SignatureFault[];
  /** Algorithms of the signatures that are good, were not looked at, or cannot be verified here. */
  readonly algorithms: ReadonlySet<number>;
  /** Algorithms that are not verified here. */
  readonly unknown: readonly number[];
}

/**
 * Judges the signatures over a set (RFC 4035 §2.2, §5.3). `isPicked` says of each in turn whether to verify it.
 */
export function judgeSet(
  zone: Zone,
  set: SignedSet,
  verifier: Verifier,
  isPicked: () => boolean,
): SetVerdict {
  const faults: SignatureFault[] = [];
  const algorithms = new Set<number>();
  const unknown: number[] = [];
  const keyless: Signature[] = [];
  let data: readonly Uint8Array[] | undefined;
  for (const signature of set.signatures) {
    faults.push(...ttlFaults(zone, set, signature));
    const plain = plainFault(zone, set, signature);
    const picked = isPicked();
    if (plain !== undefined) {
      faults.push({ signature, message: plain, grave: true });
      continue;
    }
    if (!verifier.hasKeyOf(signature)) {
      keyless.push(signature);
      continue;
    }
    let verdict: Verdict = "good";
    if (picked) {
      data ??= canonicalSet(zone, set.type, set.rows);
      verdict = verifier.verify(signature, signedOctets(signature, lowerWire(set.owner), data));
    }
    if (verdict === "unknown") unknown.push(signature.algorithm);
    if (verdict === "good" || verdict === "unknown") algorithms.add(signature.algorithm);
    else faults.push({ signature, message: verdictText(zone, set, signature, verdict), grave: true });
  }
  for (const signature of keyless) {
    const message = verdictText(zone, set, signature, "no key");
    faults.push({ signature, message, grave: algorithms.size === 0 });
  }
  return { faults, algorithms, unknown };
}

/** `the A set of www.example.org.`: as a message names a set. */
export function setText(zone: Zone, { type, rows }: Pick<SignedSet, "type" | "rows">): string {
  return `the ${typeName(type)} set of ${zone.owner(rows[0]!)}`;
}

function plainFault(zone: Zone, set: SignedSet, signature: Signature): string | undefined {
  const { signer, labels, inception, expiration } = signature;
  if (Buffer.compare(lowerWire(signer), zone.apexWire) !== 0)
    return `${setText(zone, set)} is signed by ${nameFromWire(signer).name}, and only ${zone.apex} can sign it: sign the zone again`;
  const wanted = labelCount(set.owner);
  if (labels !== wanted)
    return `the signature over ${setText(zone, set)} is for a name of ${labels} labels, and the owner has ${wanted}: sign the set again`;
  if (((expiration - inception) | 0) < 0)
    return `the signature over ${setText(zone, set)} ends before it begins: sign the set again`;
  return undefined;
}

function ttlFaults(zone: Zone, set: SignedSet, signature: Signature): readonly SignatureFault[] {
  const ttl = zone.ttl(set.rows[0]!);
  if (signature.originalTtl !== ttl)
    return [
      {
        signature,
        message: `the signature is for a TTL of ${signature.originalTtl}, and ${setText(zone, set)} has ${ttl}: sign the set again`,
        grave: true,
      },
    ];
  if (zone.ttl(signature.row) === ttl) return [];
  const message = `the signature has a TTL of ${zone.ttl(signature.row)}, and ${setText(zone, set)}, which it covers, ${ttl}: they have to be the same`;
  return [{ signature, message, grave: false }];
}

function verdictText(zone: Zone, set: SignedSet, signature: Signature, verdict: Verdict): string {
  const key = keyText(signature);
  const of = `the signature over ${setText(zone, set)}`;
  if (verdict === "no key")
    return `${of} is by a key (${key}) that ${zone.apex} does not have: sign the set again, or publish the key`;
  if (verdict === "unread") return `${of} is by a key (${key}) that cannot be read: see its DNSKEY record`;
  return `${of} is not right for its key (${key}): one of them was changed after it was signed, so validating resolvers refuse the answer; sign the zone again`;
}
