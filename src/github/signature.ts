import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Whether `header` (X-Hub-Signature-256: "sha256=" and 64 hex digits) signs exactly these octets with one of the
 * secrets. Takes the same time whichever secret fits, and whether any does.
 */
export function isSignedBy(secrets: readonly string[], octets: Uint8Array, header: string): boolean {
  const hex = /^sha256=([0-9a-f]{64})$/.exec(header)?.[1];
  if (hex === undefined) return false;
  const given = Buffer.from(hex, "hex");
  return secrets
    .map((secret) => timingSafeEqual(createHmac("sha256", secret).update(octets).digest(), given))
    .some((fits) => fits);
}
