import { formatDuration, TYPE, typeName } from "../../../dns/index.ts";
import { atField, coveredType, Few, signedExample, timeText, validityOf } from "../../dnssec/index.ts";
import type { Rule } from "../../rule.ts";

const expiration = 4;
const inception = 5;

/** The examples' signatures, other than those at the top, without what they say of their time. */
const old = "RRSIG A 15 3 3600 20260601000000 20251201000000";

export const rrsigExpired = {
  id: "rrsig-expired",
  severity: "error",
  set: "recommended",
  scope: "time",
  structural: false,
  types: [TYPE.RRSIG],
  summary: "A signature that is over, or whose time has not yet come.",
  rfc: "RFC 4035 §5.3.1",
  explanation:
    "Resolvers that validate refuse answers with such signatures: for them the names are gone. Sign the zone again, and " +
    "let a timer do so well before the signatures end. If the zone was signed just now, look at the signer's clock.",
  examples: {
    fail: [
      {
        ...signedExample(
          "one signature was left from an earlier run",
          "NSEC",
          [old, "RRSIG A 15 3 3600 20251231000000 20251201000000"],
          [
            "pvodTjKnbkkMWKssBNFHCeU1RRRCCQ==",
            "pvodTjKnbkkMWKssBNFHCeU1RRRCCQ== ;! rrsig-expired 20251231000000 ;! rrsig-missing-or-bad 23808",
          ],
        ),
      },
      {
        ...signedExample(
          "one is of tomorrow",
          "NSEC",
          [old, "RRSIG A 15 3 3600 20260601000000 20260102000000"],
          [
            "pvodTjKnbkkMWKssBNFHCeU1RRRCCQ==",
            "pvodTjKnbkkMWKssBNFHCeU1RRRCCQ== ;! rrsig-expired 20260102000000 ;! rrsig-missing-or-bad 23808",
          ],
        ),
      },
    ],
    pass: [{ ...signedExample("in good time", "NSEC"), at: "2025-12-01T00:00:00Z" }],
  },
  check({ zone, rowsOf, now, report }) {
    const few = new Few(report);
    for (const row of rowsOf(TYPE.RRSIG)) {
      const validity = validityOf(zone.zone, row, now);
      if (!validity || (validity.ends >= 0 && validity.begins <= 0)) continue;
      few.add(() => {
        const { begins, ends } = validity;
        const what = `the signature over the ${typeName(coveredType(zone.zone, row)!)} records of ${zone.zone.owner(row)}`;
        const then = "resolvers that validate refuse the answer";
        const message =
          ends < 0
            ? `${what} ended ${formatDuration(-ends)} ago, at ${timeText(now + ends * 1000)}: ${then}; sign the zone again`
            : `${what} begins in ${formatDuration(begins)}, at ${timeText(now + begins * 1000)}: until then ${then}; sign the zone again, by a right clock`;
        return { ...atField(zone, row, ends < 0 ? expiration : inception), message };
      });
    }
    few.done();
  },
} as const satisfies Rule;
