/** DNSSEC: keys, digests, signatures, and chains of names that prove what is not there. */

export {
  assignedAlgorithms,
  assignedDigests,
  retiredAlgorithms,
  retiredDigests,
  signatureSchemes,
} from "./algorithms.ts";
export { readTypes } from "./bitmap.ts";
export { type ChainFault, chainFinding } from "./chain-fault.ts";
export { deleteRequest } from "./delete-request.ts";
export { type KeyDigest, KeyDigests, readDigest, readDigests } from "./digest.ts";
export { exampleDs, exampleKey, signedExample, signedText } from "./example.ts";
export { Few } from "./few.ts";
export { hashedNames } from "./hashed-names.ts";
export { apexKeys, type DnsKey, ENTRY_POINT, isZoneKey, keyText, REVOKED, readKey, ZONE_KEY } from "./key.ts";
export { isSigned, ownerWire, type ZoneNode, zoneNodes } from "./nodes.ts";
export { nsecFaults } from "./nsec-chain.ts";
export { apexParameters, isSameHash, OPT_OUT, readParameters, SHA1 } from "./nsec3.ts";
export { nsec3Faults, nsec3Records } from "./nsec3-chain.ts";
export { atField, atType, fieldToken } from "./place.ts";
export { curveKeyLengths, publicKeyOf, readRsaKey } from "./public-key.ts";
export { judgeSet, setText } from "./set-signatures.ts";
export { coveredType, readSignature } from "./signature.ts";
export { timeText, validityOf } from "./signature-time.ts";
export { Verifier } from "./verifier.ts";
export { SIMPLE, zoneDigest, zoneHashes } from "./zone-digest.ts";
