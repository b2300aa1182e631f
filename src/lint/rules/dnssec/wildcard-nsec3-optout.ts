import { TYPE } from "../../../dns/index.ts";
import { Few, OPT_OUT, readParameters, signedExample } from "../../dnssec/index.ts";
import type { Rule } from "../../rule.ts";

const ofWww =
  "www RRSIG A 15 3 3600 20260601000000 20251201000000 23808 example.org. niEgD0fUNAVGTyWNRKtzZyC7wb+pFCO2yL8ReACmpK9jlh3yDyDnNYBFpvodTjKnbkkMWKssBNFHCeU1RRRCCQ==\n";

export const wildcardNsec3Optout = {
  id: "wildcard-nsec3-optout",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.NSEC3],
  summary: "A wildcard in a zone whose NSEC3 records have opt-out, so that its answers are not proven.",
  rfc: "RFC 5155 §9.2",
  explanation:
    "An answer from a wildcard needs the proof that the name itself does not exist. With opt-out that proof leaves room " +
    "for unsigned delegations, so resolvers treat the answer as not validated. Sign the zone without opt-out, which is " +
    "for zones with very many unsigned delegations.",
  examples: {
    fail: [
      signedExample("a wildcard beside opt-out", "opt-out", [
        ofWww,
        `${ofWww}*.www TXT "any" ;! wildcard-nsec3-optout *.www ;! nsec3-chain TXT ;! rrsig-missing-or-bad TXT\n`,
      ]),
    ],
    pass: [signedExample("opt-out without wildcards", "opt-out")],
  },
  check({ zone, rowsOf, ownerRows, report }) {
    const { owner, names } = zone.zone.columns;
    const wildcards = ownerRows().filter((row) => {
      const at = names.start[owner[row]!]!;
      return names.octets[at] === 1 && names.octets[at + 1] === 0x2a;
    });
    const hasOptOut = (row: number) => ((readParameters(zone.zone, row)?.flags ?? 0) & OPT_OUT) !== 0;
    if (wildcards.length === 0 || !rowsOf(TYPE.NSEC3).some(hasOptOut)) return;
    const few = new Few(report);
    for (const row of wildcards) {
      few.add(() => ({
        row,
        span: zone.tokens(row)?.owner?.span,
        message: `answers from ${zone.zone.owner(row)} are not validated, as the zone's NSEC3 records have opt-out: sign the zone without it`,
      }));
    }
    few.done();
  },
} as const satisfies Rule;
