import { TYPE } from "../../../dns/index.ts";
import { apexKeys, atType, exampleKey, keyText } from "../../dnssec/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { placeText } from "../../writing/index.ts";

/** The key of the example with two pairs of octets in another order: that gives the same tag. */
const twin = Buffer.from(exampleKey.split(" ")[3]!, "base64");
twin.set([twin[2]!, twin[3]!, twin[0]!, twin[1]!]);

export const dnskeyKeytagCollision = {
  id: "dnskey-keytag-collision",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.DNSKEY],
  summary: "Two keys of a zone with the same algorithm and tag.",
  rfc: "RFC 4034 appendix B",
  explanation:
    "Resolvers choose keys by algorithm and tag: with two of the same they try both on each signature, and since 2024 " +
    "many give up soon, as that was used to keep them busy. Make another key in place of the newer one.",
  examples: {
    fail: [
      exampleOrg(
        "two keys with one tag",
        `@ DNSKEY ${exampleKey}\n@ DNSKEY 257 3 ED25519 ${twin.toString("base64")} ;! dnskey-keytag-collision DNSKEY`,
      ),
    ],
    pass: [
      exampleOrg("one key twice in two roles", `@ DNSKEY ${exampleKey}\n@ DNSKEY 256${exampleKey.slice(3)}`),
    ],
  },
  check({ zone, report }) {
    const byTag = Map.groupBy(apexKeys(zone.zone), keyText);
    for (const [text, [first, ...others]] of byTag) {
      for (const { row, rdata } of others) {
        if (Buffer.compare(rdata, first!.rdata) === 0) continue;
        const message = `another key of ${zone.name} has the same ${text} (${placeText(zone.zone, first!.row, row)}): resolvers try both on each signature, and some give up; make another key in place of the newer one`;
        report({ ...atType(zone, row), message });
      }
    }
  },
} as const satisfies Rule;
