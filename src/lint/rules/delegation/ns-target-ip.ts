import type { Fix } from "../../../diagnostic/index.ts";
import { ipv4FromText, ipv6FromText, type Name, type RRType, TYPE, type Zone } from "../../../dns/index.ts";
import type { Token } from "../../../zonefile/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";
import { replaceSpan } from "../../writing/index.ts";

export const nsTargetIp = {
  id: "ns-target-ip",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.NS],
  supersedes: ["ns-target-no-address", "ns-missing-glue", "hostname-all-numeric-tld", "hostname-chars"],
  summary: "An NS record with an address where the nameserver's name belongs.",
  rfc: "RFC 1035 §3.3.11",
  explanation:
    "An NS record takes a name; written there, an address is read as a name made of numbers, which nobody finds. " +
    "Give the nameserver a name with an A or AAAA record, and write the name.",
  examples: {
    fail: [
      exampleOrg(
        "the address of a host that has a name",
        `
        lab NS ns1
        lab NS 192.0.2.53 ;! ns-target-ip 192.0.2.53
        ns1 A  192.0.2.52
        gw  A  192.0.2.53
        `,
      ),
      exampleOrg(
        "with a final dot",
        "lab NS ns1.example.net.\nlab NS 192.0.2.53. ;! ns-target-ip 192.0.2.53.",
      ),
    ],
    pass: [exampleOrg("the name", "lab NS ns1\nlab NS ns2.example.net.\nns1 A 192.0.2.53")],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.NS)) {
      // The first label of a name that is an address starts with a digit, or has a colon: most are neither.
      const label = zone.zone.rdata(row);
      if (!startsLikeAddress(label)) continue;
      const token = targetTokenOf(zone, row);
      const text = token?.text.replace(/\.$/, "") ?? "";
      const address = ipv4FromText(text) ?? ipv6FromText(text);
      if (!token || !address) continue;
      const fix = fixFor(zone.zone, token, address);
      report({
        row,
        span: token.span,
        message: `${text} is an address, and NS takes a name: name the nameserver, and give that name the address`,
        ...(fix && { fix }),
      });
    }
  },
} as const satisfies Rule;

function startsLikeAddress(name: Uint8Array): boolean {
  const label = name.subarray(1, 1 + name[0]!);
  return (
    label.includes(0x3a) || (label.length <= 3 && label.every((octet) => octet >= 0x30 && octet <= 0x39))
  );
}

/** The name of the one host of the zone that has the address. */
function fixFor(zone: Zone, token: Token, address: Uint8Array): Fix | undefined {
  const type: RRType = address.length === 4 ? TYPE.A : TYPE.AAAA;
  const hosts = new Set<Name>();
  for (let row = 0; row < zone.size && hosts.size < 2; row += 1) {
    if (zone.type(row) === type && Buffer.compare(zone.rdata(row), address) === 0)
      hosts.add(zone.ownerKey(row));
  }
  const [host] = hosts;
  return hosts.size === 1 ? replaceSpan(`write the name of the host: ${host}`, token.span, host!) : undefined;
}
