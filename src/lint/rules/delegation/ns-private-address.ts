import { TYPE } from "../../../dns/index.ts";
import { apexNameservers } from "../../delegation/index.ts";
import { isDocumentationName, isInternalZone, specialBlockOf } from "../../known/index.ts";
import { addressText } from "../../reverse/index.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";

export const nsPrivateAddress = {
  id: "ns-private-address",
  severity: "error",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: [TYPE.NS],
  summary: "A nameserver of a public zone with an address that the world cannot reach.",
  rfc: "RFC 6890, RFC 1918",
  explanation:
    "Resolvers try the address, wait and turn to the next server: every other question is slow. A zone counts as " +
    "public when one of its nameservers may have a public address: where all are known to be private, it is an internal " +
    "zone. Write the public address, or take the server out of the NS records.",
  examples: {
    fail: [
      {
        title: "a hidden primary among the nameservers",
        zones: [
          {
            origin: "harbour-radio.net.",
            text: "$TTL 1h\n@ SOA ns1.nordic-dns.net. h.nordic-dns.net. 1 4h 1h 14d 1h\n@ NS ns1.nordic-dns.net.\n@ NS ns ;! ns-private-address ns\nns A 10.0.0.53\n",
          },
        ],
      },
    ],
    pass: [
      {
        title: "an internal zone",
        zones: [
          {
            origin: "office.harbour-radio.net.",
            text: "$TTL 1h\n@ SOA ns1 h.harbour-radio.net. 1 4h 1h 14d 1h\n@ NS ns1\n@ NS ns2\nns1 A 10.0.0.53\nns1 AAAA fd00:1::53\nns2 A 10.0.1.53\n",
          },
        ],
      },
    ],
  },
  check(context) {
    const { zone, report } = context;
    const members = apexNameservers(context)?.members ?? [];
    const judged = members.map(({ addresses = [], ...rest }) => ({
      ...rest,
      addresses,
      special: unreachable(addresses),
    }));
    const isPublic = judged.some(({ special }) => special === undefined);
    if (!isPublic || isDocumentationName(zone.name) || isInternalZone(zone)) return;
    for (const { row, target, special } of judged) {
      if (special === undefined) continue;
      report({
        row,
        span: targetTokenOf(zone, row)?.span,
        message: `${target} has only addresses that are not public, such as ${special}: nobody outside that network can ask it`,
      });
    }
  },
} as const satisfies Rule;

/** The first of addresses that are all unreachable from the world, with the reason. */
function unreachable(addresses: readonly Uint8Array[]): string | undefined {
  const blocks = addresses.map(specialBlockOf);
  if (blocks.length === 0 || blocks.some((block) => block === undefined || block.use === "transition"))
    return undefined;
  return `${addressText(addresses[0]!)}, which is ${blocks[0]!.words}`;
}
