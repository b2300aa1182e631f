import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { dkimRecords, readDkimKey } from "../../mail/index.ts";
import type { Rule } from "../../rule.ts";

const leastBits = 1024;
const safeBits = 2048;
const mostBits = 4096;

export const dkimWeakKey = {
  id: "dkim-weak-key",
  severity: "warning",
  mostSevere: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.TXT],
  summary: "A DKIM key that is too short, longer than all verifiers take, or for SHA-1 only.",
  rfc: "RFC 8301 §3.1, RFC 8301 §3.2",
  explanation:
    "Signers should use RSA keys of 2048 bits or more. Verifiers do not count signatures of keys below 1024 bits (an " +
    "error here) or with SHA-1, and need not take more than 4096 bits. Make a new key under a new selector.",
  examples: {
    fail: [
      exampleOrg(
        "1024 bits, and SHA-1",
        `
        a._domainkey TXT "v=DKIM1; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQD1TdVp48tlFc2VH1i3iN1pLzqja+yivLHZqdUVuZp3E0ZzTOapXVmIJknheArHzTl9iaSwN5GEYkfPjPJiBFM6d81I3L1AbDF1861JLrBKbTSg3/205BA7XUfWZ3XZvPp6l3CuScFtbZlfQDax2NLRJpgR22yucdXDGocoogg70wIDAQAB" ;! dkim-weak-key p=
        b._domainkey TXT "v=DKIM1; h=sha1; p=" ;! dkim-weak-key h=sha1
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "an Ed25519 key",
        'a._domainkey TXT "v=DKIM1; k=ed25519; p=PoTY61Tlahpu0/afKTzAQ85G03YrjjOfevTbBRPKSIE="',
      ),
    ],
  },
  check(context) {
    for (const { txt, tags, type, data } of dkimRecords(context)) {
      const { row } = txt;
      const hash = tags.find(
        ({ name, value }) => name.toLowerCase() === "h" && value.toLowerCase() === "sha1",
      );
      if (hash) {
        const message =
          "this key is for SHA-1 only, which verifiers do not count any more: write h=sha256 or nothing";
        context.report({ row, span: txt.span(hash.start, hash.end), message });
      }
      const key = data && readDkimKey(data.value, type);
      if (key?.kind !== "rsa" || (key.bits >= safeBits && key.bits <= mostBits)) continue;
      const what =
        key.bits < leastBits
          ? "verifiers do not count its signatures"
          : key.bits < safeBits
            ? `use one of ${safeBits} at least`
            : `verifiers need not take more than ${mostBits}`;
      const span = txt.span(data!.start, data!.valueStart);
      const isUseless = key.bits < leastBits;
      const message = `the RSA key has ${key.bits} bits: ${what}`;
      context.report({ row, span, message, ...(isUseless && { severity: "error" }) });
    }
  },
} as const satisfies Rule;
