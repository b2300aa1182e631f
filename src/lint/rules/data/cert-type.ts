import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const certType = {
  id: "cert-type",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.CERT],
  summary: "A CERT record of a type that has no meaning.",
  rfc: "RFC 4398 §2.1",
  explanation:
    "The first number of a CERT record says what the certificate is: 1 to 8 (PKIX, SPKI, PGP, IPKIX, ISPKI, IPGP, " +
    "ACPKIX, IACPKIX), 253 and 254 for private use, and from 65280 on for experiments. Programs skip others.",
  examples: {
    fail: [
      exampleOrg(
        "a reserved type, and one that is not assigned",
        `
        a CERT 0 1 8 qrvM3Q== ;! cert-type 0
        b CERT 100 1 8 qrvM3Q== ;! cert-type 100
        `,
      ),
    ],
    pass: [exampleOrg("PGP, and private use", "a CERT PGP 0 0 qrvM3Q==\na CERT 253 0 0 qrvM3Q==")],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.CERT)) {
      const [high = 0, low = 0] = zone.zone.rdata(row);
      const type = high * 256 + low;
      if ((type >= 1 && type <= 8) || type === 253 || type === 254 || (type >= 65_280 && type < 65_535))
        continue;
      const tokens = zone.tokens(row)?.rdata;
      report({
        row,
        span: tokens?.[0]?.text === "\\#" ? undefined : tokens?.[0]?.span,
        message: `a certificate of type ${type} has no meaning: the types are 1 to 8, 253 and 254`,
      });
    }
  },
} as const satisfies Rule;
