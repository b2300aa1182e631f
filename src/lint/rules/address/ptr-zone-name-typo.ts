import { editDistance } from "../../../base/index.ts";
import { labelsOf, type Name, nameKey, TYPE } from "../../../dns/index.ts";
import { exampleZone } from "../../example.ts";
import { partOf } from "../../reverse/index.ts";
import type { Rule } from "../../rule.ts";

export const ptrZoneNameTypo = {
  id: "ptr-zone-name-typo",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.SOA],
  summary: "A zone whose name is nearly that of a reverse zone, or has the address the wrong way round.",
  rfc: "RFC 1035 §3.5, RFC 3596 §2.5",
  explanation:
    "Names of addresses end in in-addr.arpa. or ip6.arpa. and begin with the end of the address: 192.0.2.0/24 is " +
    "2.0.192.in-addr.arpa. A zone with another name is served and never asked. Name the zone, or its file, anew.",
  examples: {
    fail: [
      {
        title: "letters in the wrong place",
        zones: [
          {
            origin: "2.0.192.in-addr.apra.",
            text: "$TTL 1h\n@ SOA ns1.example.com. h.example.com. 1 4h 1h 14d 1h ;! ptr-zone-name-typo @ SOA ns1.example.com. h.example.com. 1 4h 1h 14d 1h\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n",
          },
        ],
      },
      {
        title: "the address from left to right",
        zones: [
          {
            origin: "2.0.0.1.0.d.b.8.ip6.arpa.",
            text: "$TTL 1h\n@ SOA ns1.example.com. h.example.com. 1 4h 1h 14d 1h ;! ptr-zone-name-typo @ SOA ns1.example.com. h.example.com. 1 4h 1h 14d 1h\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n",
          },
        ],
      },
    ],
    pass: [
      {
        title: "reverse zones of both families",
        zones: [
          exampleZone("2.0.192.in-addr.arpa.", "10 PTR a.example.net."),
          exampleZone("168.192.in-addr.arpa.", "1.1 PTR a.example.net."),
          exampleZone("8.b.d.0.1.0.0.2.ip6.arpa.", "*.1 PTR a.example.net."),
        ],
      },
    ],
  },
  check({ zone, report }) {
    const meant = treeMeant(zone.name) ?? turnedName(zone.name);
    if (meant === undefined) return;
    report({
      row: zone.zone.soa()?.row,
      message: `${zone.name} is no name that is asked for an address: the zone is probably meant to be ${meant}`,
    });
  },
} as const satisfies Rule;

const trees = ["in-addr.arpa", "ip6.arpa"] as const;

/** The name with its last two labels put right, where they are nearly those of a reverse tree and numbers stand before. */
function treeMeant(name: Name): string | undefined {
  const labels = labelsOf(nameKey(name));
  const tail = labels.slice(-2).join(".");
  const before = labels.slice(0, -2);
  if (before.length === 0 || trees.some((tree) => tree === tail)) return undefined;
  const tree = trees.find((one) => editDistance(tail, one, 2) <= 2);
  const family = tree === "ip6.arpa" ? 6 : 4;
  if (tree === undefined || !before.every((label) => partOf(label, family) !== undefined)) return undefined;
  return `${[...before, tree].join(".")}.`;
}

/**
 * The name with its numbers turned round, where they are an address as it is written: a private network (RFC 1918), or
 * IPv6 that starts with 2 or fd, and read as a reverse name they are nothing of the sort.
 */
function turnedName(name: Name): string | undefined {
  const labels = labelsOf(nameKey(name));
  const tail = labels.slice(-2).join(".");
  const parts = labels.slice(0, -2);
  const turned = parts.toReversed();
  const isWrong =
    tail === "in-addr.arpa"
      ? startsPrivate(parts) && !startsPrivate(turned)
      : tail === "ip6.arpa" && parts.length >= 4 && startsIpv6(parts) && !startsIpv6(turned);
  return isWrong ? `${[...turned, tail].join(".")}.` : undefined;
}

function startsPrivate([first, second]: readonly string[]): boolean {
  if (second === undefined) return false;
  return (
    (first === "192" && second === "168") || (first === "172" && Number(second) >= 16 && Number(second) <= 31)
  );
}

function startsIpv6([first, second]: readonly string[]): boolean {
  return (
    (first === "2" && ["0", "4", "6", "8", "a", "c"].includes(second!)) || (first === "f" && second === "d")
  );
}
