import { nameFromWire, TYPE } from "../../../dns/index.ts";
import { exampleOrg, exampleZone } from "../../example.ts";
import { isDocumentationName } from "../../known/index.ts";
import { byOwner } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";

export const mxSingle = {
  id: "mx-single",
  severity: "info",
  set: "all",
  structural: false,
  types: [TYPE.MX],
  summary: "A domain with a single mail server (MX), which is a host of the zone itself with one address.",
  rfc: "RFC 5321 §5.1",
  explanation:
    "While the host is away, mail waits at its senders, for some days at most. A second host takes it in the meantime. " +
    "Large mail providers give one name that stands for many machines: targets outside the zone are not looked at.",
  examples: {
    fail: [
      {
        title: "one host with one address",
        zones: [
          exampleZone(
            "harbour-radio.net.",
            `
            @      MX  10 mail ;! mx-single mail
            mail   A   8.8.4.4
            _dmarc TXT "v=DMARC1; p=none"
            `,
          ),
        ],
      },
    ],
    pass: [exampleOrg("a zone of documentation", "@ MX 10 mail\nmail A 192.0.2.1")],
  },
  check({ zone, rowsOf, report }) {
    if (isDocumentationName(zone.name)) return;
    for (const [row, ...others] of byOwner(zone.zone, rowsOf(TYPE.MX))) {
      if (row === undefined || others.length > 0) continue;
      const rdata = zone.zone.rdata(row);
      const addresses = (type: typeof TYPE.A | typeof TYPE.AAAA) => zone.zone.rowsWire(rdata, 2, type).length;
      if (addresses(TYPE.A) !== 1 || addresses(TYPE.AAAA) > 1) continue;
      report(() => ({
        row,
        span: targetTokenOf(zone, row)?.span,
        message: `${nameFromWire(rdata, 2).name} is the only mail server of ${zone.zone.owner(row)}: while it is away, mail waits`,
      }));
    }
  },
} as const satisfies Rule;
