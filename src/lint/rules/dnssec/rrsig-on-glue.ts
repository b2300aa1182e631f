import { TYPE, typeName } from "../../../dns/index.ts";
import { atType, coveredType, Few, isSigned, signedExample, zoneNodes } from "../../dnssec/index.ts";
import type { Rule } from "../../rule.ts";

export const rrsigOnGlue = {
  id: "rrsig-on-glue",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.RRSIG, TYPE.NSEC],
  summary:
    "A signature or NSEC record of what the zone does not answer for: a delegation's NS records, or glue.",
  rfc: "RFC 4035 §2.2",
  explanation:
    "At a delegation a zone signs its DS and NSEC records only, and below one nothing: the rest is the child zone's. Such " +
    "signatures come from a signer that did not know of the delegation. Add the NS records before signing, and sign again.",
  examples: {
    fail: [
      signedExample("the nameservers of a delegation are signed", "NSEC", [
        "sub NSEC www NS RRSIG NSEC\n",
        "sub NSEC www NS RRSIG NSEC\nsub RRSIG NS 15 3 3600 20260601000000 20251201000000 23808 example.org. ha7Jn2kEhB9br887h6XhnIeH6SN3ECve/w6BOgX/BvC9FYr64M3fZ6WrfOug149cvA5RaiQLKKhvNj7l4xqXDw== ;! rrsig-on-glue RRSIG\n",
      ]),
    ],
    pass: [signedExample("they are not", "NSEC")],
  },
  check({ zone, once, rowsOf, report }) {
    const nodes = once(zoneNodes);
    const few = new Few(report);
    for (const row of rowsOf(TYPE.RRSIG, TYPE.NSEC)) {
      const kind = nodes.kindOf(row);
      if (kind !== "delegation" && kind !== "glue") continue;
      const own = zone.zone.type(row);
      const type = own === TYPE.RRSIG ? (coveredType(zone.zone, row) ?? own) : own;
      if (isSigned(kind, type)) continue;
      few.add(() => {
        const where = kind === "glue" ? "is below a delegation" : "is a delegation";
        const what =
          own === TYPE.NSEC ? "has no NSEC record here" : `has no signed ${typeName(type)} records here`;
        const message = `${zone.zone.owner(row)} ${where}, so it ${what}: that is for the child zone; sign the zone again`;
        return { ...atType(zone, row), message };
      });
    }
    few.done();
  },
} as const satisfies Rule;
