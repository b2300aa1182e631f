import { labelsOf, type RRType, TYPE, typeName } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

const labels: ReadonlyMap<RRType, string> = new Map([
  [TYPE.OPENPGPKEY, "_openpgpkey"],
  [TYPE.SMIMEA, "_smimecert"],
]);

/** SHA-256 of the local part, cut to 28 octets, as hex. */
const digest = /^[0-9a-f]{56}$/i;

export const openpgpkeySmimeaOwner = {
  id: "openpgpkey-smimea-owner",
  severity: "info",
  set: "recommended",
  structural: false,
  types: [...labels.keys()],
  summary: "A mail user's key (OPENPGPKEY, SMIMEA) at a name that nobody looks for.",
  rfc: "RFC 7929 §3, RFC 8162 §3",
  explanation:
    "The name is the SHA-256 of the part before the `@`, cut to 28 octets (56 hex digits), then `_openpgpkey` or " +
    "`_smimecert`, then the mail domain.",
  examples: {
    fail: [
      exampleOrg(
        "the name itself, and the wrong label",
        `
        hugh._openpgpkey OPENPGPKEY mQINBFit2jsBEADrbl5vjVxYeAE0g0IDYCBp ;! openpgpkey-smimea-owner hugh._openpgpkey
        ${"c93f1e40".repeat(7)}._openpgpkey SMIMEA 3 1 1 ${"0b9f".repeat(16)} ;! openpgpkey-smimea-owner ${"c93f1e40".repeat(7)}._openpgpkey
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "56 digits",
        `${"c93f1e40".repeat(7)}._openpgpkey OPENPGPKEY mQINBFit2jsBEADrbl5vjVxYeAE0g0IDYCBp`,
      ),
    ],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(...labels.keys())) {
      const type = zone.zone.type(row);
      const [first = "", second = ""] = labelsOf(zone.zone.ownerKey(row));
      const wanted = labels.get(type)!;
      // A wildcard stands for all users.
      if ((digest.test(first) || first === "*") && second === wanted) continue;
      const message = `nobody looks for ${typeName(type)} at ${zone.zone.owner(row)}: the name starts with 56 hex digits (of the SHA-256 of the user's name) and ${wanted}`;
      report({ row, span: zone.tokens(row)?.owner?.span, message });
    }
  },
} as const satisfies Rule;
