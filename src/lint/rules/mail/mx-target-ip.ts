import { nameFromWire, TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { addressInTarget, ownerOfAddress, startsWithDigit, targetTokenOf } from "../../targets/index.ts";
import { replaceSpan } from "../../writing/index.ts";

export const mxTargetIp = {
  id: "mx-target-ip",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.MX],
  summary: "A mail server (MX) given as an address.",
  rfc: "RFC 5321 §5.1, RFC 1035 §3.3.9",
  explanation:
    "The data of MX is a host name: an address is read as a name of four labels, which does not exist, and no mail " +
    "arrives. Name a host that has the address in its A record.",
  supersedes: ["mx-target-no-address"],
  examples: {
    fail: [
      exampleOrg(
        "addresses, one of a host in the zone",
        `
        @    MX 10 192.0.2.1 ;! mx-target-ip 192.0.2.1
        mail A     192.0.2.1
        `,
      ),
    ],
    pass: [exampleOrg("a host", "@ MX 10 mail\nmail A 192.0.2.1")],
  },
  check(context) {
    const { zone, report } = context;
    for (const row of context.rowsOf(TYPE.MX)) {
      if (!startsWithDigit(zone.zone, row, 2)) continue;
      const { name } = nameFromWire(zone.zone.rdata(row), 2);
      const address = addressInTarget(zone.zone, name);
      if (address === undefined) continue;
      const span = targetTokenOf(zone, row)?.span;
      const host = ownerOfAddress(context, address);
      const message = `${address} is read as the name ${name}: MX needs a host that has this address`;
      const fix = span && host ? replaceSpan(`name the host ${host}`, span, host) : undefined;
      report({ row, span, message, fix });
    }
  },
} as const satisfies Rule;
