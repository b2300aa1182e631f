import { TYPE } from "../../../dns/index.ts";
import { coveredType, signedExample, signedText } from "../../dnssec/index.ts";
import type { Rule } from "../../rule.ts";
import { soaSpot } from "../../soa/index.ts";

export const signedSerialManaged = {
  id: "signed-serial-managed",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.RRSIG, TYPE.ZONEMD],
  summary:
    "A zone with a signature over its SOA record, or a digest of itself, whose serial is set on deployment.",
  rfc: "RFC 4035 §2.2, RFC 8976 §4",
  explanation:
    "With `serial: managed`, which is the default, the zone that is served has another serial than the file, and so a " +
    "signature over the SOA record or a digest of the zone (ZONEMD) that was made for the file is wrong there: resolvers " +
    "that validate refuse every proof that a name does not exist. Write `serial: from-file` for the zone, and let the " +
    "signer raise the serial; or keep the unsigned zone here, and let the servers sign it.",
  examples: {
    fail: [
      {
        title: "a signed zone under the default",
        zones: [
          {
            origin: "example.org.",
            text: signedText("NSEC", ["1 4h 1h 14d 1h", "0001 4h 1h 14d 1h ;! signed-serial-managed 0001"]),
            serial: "managed",
          },
        ],
      },
    ],
    pass: [signedExample("a signed zone that keeps its serial", "NSEC")],
  },
  check({ zone, report }) {
    const soa = zone.zone.soa();
    if (zone.serial !== "managed" || !soa) return;
    const { apexWire } = zone.zone;
    const isSigned = zone.zone
      .rowsWire(apexWire, 0, TYPE.RRSIG)
      .some((row) => coveredType(zone.zone, row) === TYPE.SOA);
    if (!isSigned && !zone.zone.hasWire(apexWire, 0, TYPE.ZONEMD)) return;
    const what = isSigned ? "the signature over it" : "the zone's digest (ZONEMD)";
    const message = `the serial of ${zone.name} is set on deployment (serial: managed), so ${what} will be wrong on the servers: write serial: from-file for the zone, or keep the unsigned zone here and let the servers sign it`;
    report({ ...soaSpot(zone, soa.row, "serial"), message });
  },
} as const satisfies Rule;
