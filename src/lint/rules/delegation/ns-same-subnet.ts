import { nameKey, TYPE } from "../../../dns/index.ts";
import { apexNameservers } from "../../delegation/index.ts";
import { exampleOrg } from "../../example.ts";
import { isInternalZone } from "../../known/index.ts";
import { addressText } from "../../reverse/index.ts";
import type { Rule } from "../../rule.ts";

/** Octets of an address that tell its network, by the octets it has: /24 and /48. */
const networkOctets = new Map([
  [4, 3],
  [16, 6],
]);

export const nsSameSubnet = {
  id: "ns-same-subnet",
  severity: "warning",
  set: "strict",
  scope: "repository",
  structural: false,
  types: [TYPE.NS],
  summary: "All nameservers of the zone stand in one network.",
  rfc: "RFC 2182 §3.1",
  explanation:
    "One broken line or router takes all of them off the net at once. Have at least one nameserver elsewhere. Looked " +
    "at are the addresses the repository knows, in networks of /24 and /48; where it does not know all, nothing is said.",
  examples: {
    fail: [
      {
        title: "one network for IPv4, one for IPv6",
        zones: [
          {
            origin: "example.org.",
            text: "$TTL 1h\n@ SOA ns1 h.example.com. 1 4h 1h 14d 1h\n@ NS ns1 ;! ns-same-subnet @ NS ns1\n@ NS ns2\nns1 A 192.0.2.53\nns2 A 192.0.2.54\nns1 AAAA 2001:db8::53\nns2 AAAA 2001:db8:0:1::53\n",
          },
        ],
      },
    ],
    pass: [
      exampleOrg(
        "nameservers elsewhere",
        "@ NS ns3\n@ NS ns4\nns3 AAAA 2001:db8:1::53\nns4 AAAA 2001:db8:1::54",
      ),
    ],
  },
  check(context) {
    const { zone, report } = context;
    const set = apexNameservers(context);
    const known = set?.known;
    if (
      !set ||
      !known ||
      new Set(known.map(({ target }) => nameKey(target))).size < 2 ||
      isInternalZone(zone)
    )
      return;
    const addresses = known.flatMap((one) => one.addresses);
    for (const [length, octets] of networkOctets) {
      const family = addresses.filter((address) => address.length === length);
      const networks = new Set(family.map((address) => address.subarray(0, octets).join(".")));
      if (networks.size > 1) return;
    }
    const shown = known.map(({ target, addresses: [first] }) => `${target} ${addressText(first!)}`);
    report({
      row: set.row,
      message: `all nameservers of ${zone.name} stand in one network (${shown.join(", ")}): when it is cut off, so is the zone`,
    });
  },
} as const satisfies Rule;
