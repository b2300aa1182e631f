import {
  ipv4FromText,
  labelsOf,
  type Name,
  nameFromWire,
  type RRType,
  TYPE,
  typeName,
} from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { targetPlaces } from "../../references.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";

/** Types whose data ends in the name of a host. */
const types = [TYPE.CNAME, TYPE.NS, TYPE.MX, TYPE.SRV, TYPE.PTR, TYPE.DNAME] as const;

export const hostnameAllNumericTld = {
  id: "hostname-all-numeric-tld",
  severity: "warning",
  set: "recommended",
  structural: false,
  types,
  summary: "A target whose last label is a number, as no top-level domain is.",
  rfc: "RFC 3696 §2",
  explanation:
    "No top-level domain is a number, so that names and IPv4 addresses can be told apart: such a target exists " +
    "nowhere. Most often an address was written where a name belongs.",
  examples: {
    fail: [
      exampleOrg(
        "a version in place of a domain",
        "api CNAME backend.v1.2. ;! hostname-all-numeric-tld backend.v1.2.",
      ),
    ],
    pass: [exampleOrg("a number further left", "api CNAME 12.backend.example.net.")],
  },
  check({ zone: lintZone, rowsOf, report }) {
    const { zone } = lintZone;
    const { rdata, rdataStart } = zone.columns;
    for (const type of types) {
      for (const row of rowsOf(type)) {
        // The last octet is the root's; the one before it is the last of the last label.
        if (!isDigit(rdata[rdataStart[row + 1]! - 2]!)) continue;
        const target = nameFromWire(zone.rdata(row), targetPlaces.get(type)!.offset).name;
        const last = labelsOf(target).at(-1);
        if (last === undefined || !/^\d+$/.test(last) || isReportedElsewhere(type, target)) continue;
        report({
          row,
          span: targetTokenOf(lintZone, row)?.span,
          message: `${typeName(type)} points at ${target}, but "${last}" is no top-level domain: nothing answers there`,
        });
      }
    }
  },
} as const satisfies Rule;

/** An address in place of a nameserver or mail host is another rule. */
function isReportedElsewhere(type: RRType, target: Name): boolean {
  return (type === TYPE.NS || type === TYPE.MX) && ipv4FromText(target.slice(0, -1)) !== undefined;
}

function isDigit(octet: number): boolean {
  return octet >= 0x30 && octet <= 0x39;
}
