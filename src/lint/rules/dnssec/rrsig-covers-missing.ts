import { TYPE, typeName } from "../../../dns/index.ts";
import { atField, coveredType, Few, ownerWire, signedExample } from "../../dnssec/index.ts";
import type { Rule } from "../../rule.ts";

const ofWww =
  "www RRSIG A 15 3 3600 20260601000000 20251201000000 23808 example.org. niEgD0fUNAVGTyWNRKtzZyC7wb+pFCO2yL8ReACmpK9jlh3yDyDnNYBFpvodTjKnbkkMWKssBNFHCeU1RRRCCQ==";

export const rrsigCoversMissing = {
  id: "rrsig-covers-missing",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.RRSIG],
  summary: "A signature over records that are not there.",
  rfc: "RFC 4035 §2.2",
  explanation:
    "The records were removed after the zone was signed, or their owner was changed: the signature and the NSEC records " +
    "still speak of them. Edit the unsigned source of the zone, and sign that again.",
  examples: {
    fail: [
      signedExample("a signature was left behind", "NSEC", [
        ofWww,
        `${ofWww}\n${ofWww.replace("RRSIG A", "RRSIG MX")} ;! rrsig-covers-missing MX`,
      ]),
    ],
    pass: [signedExample("every signature has its records", "NSEC")],
  },
  check({ zone, rowsOf, report }) {
    if (zone.incomplete) return;
    const { owner } = zone.zone.columns;
    const few = new Few(report);
    for (const row of rowsOf(TYPE.RRSIG)) {
      const type = coveredType(zone.zone, row);
      if (type === undefined) continue;
      const isThere = type !== TYPE.RRSIG && zone.zone.hasWire(ownerWire(zone.zone, owner[row]!), 0, type);
      if (isThere) continue;
      few.add(() => {
        const what =
          type === TYPE.RRSIG
            ? "signatures are not signed themselves"
            : `${zone.zone.owner(row)} has no ${typeName(type)} records`;
        return {
          ...atField(zone, row, 0),
          message: `${what}, so this signature covers nothing: sign the zone again`,
        };
      });
    }
    few.done();
  },
} as const satisfies Rule;
