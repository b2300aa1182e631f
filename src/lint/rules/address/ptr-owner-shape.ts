import { isWildcard, nameKey, TYPE, type Zone } from "../../../dns/index.ts";
import { exampleZone } from "../../example.ts";
import { ipv4Tree, ipv6Tree, labelsInTree, partOf, treeOf, wholeLength } from "../../reverse/index.ts";
import type { Rule, RuleContext } from "../../rule.ts";

export const ptrOwnerShape = {
  id: "ptr-owner-shape",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.PTR],
  summary: "A PTR record at a name in a reverse tree that is the name of no address.",
  rfc: "RFC 1035 §3.5, RFC 3596 §2.5",
  explanation:
    "The name of an IPv4 address has four numbers from 0 to 255 below in-addr.arpa., without leading zeros, the last " +
    "number of the address first; that of an IPv6 address 32 hexadecimal digits, each a label. Nobody asks for any " +
    "other name. Zones and blocks with names of their own (RFC 2317) and wildcards are left alone.",
  examples: {
    fail: [
      {
        title: "a number too large, a leading zero, and too many numbers",
        zones: [
          exampleZone(
            "2.0.192.in-addr.arpa.",
            `
            256 PTR a.example.net. ;! ptr-owner-shape 256
            010 PTR b.example.net. ;! ptr-owner-shape 010
            1.2 PTR c.example.net. ;! ptr-owner-shape 1.2
            `,
          ),
        ],
      },
      {
        title: "a digit too few",
        zones: [
          exampleZone(
            "8.b.d.0.1.0.0.2.ip6.arpa.",
            "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 PTR a.example.net. ;! ptr-owner-shape 1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0",
          ),
        ],
      },
    ],
    pass: [
      {
        title: "an address, a wildcard, and a service",
        zones: [
          exampleZone(
            "2.0.192.in-addr.arpa.",
            `
            10             PTR a.example.net.
            *              PTR pool.example.net.
            b._dns-sd._udp PTR @
            `,
          ),
        ],
      },
      {
        title: "a block with a name of its own (RFC 2317)",
        zones: [exampleZone("128-255.2.0.192.in-addr.arpa.", "130 PTR a.example.net.")],
      },
    ],
  },
  check(context) {
    const { zone, report } = context;
    const family = treeOf(zone.name);
    if (family === undefined) return;
    const aliased = aliasTargets(context);
    for (const row of context.rowsOf(TYPE.PTR)) {
      if (isAddressName(zone.zone, row, family)) continue;
      const owner = zone.zone.owner(row);
      const fault = faultOf(labelsInTree(owner), family);
      if (fault === undefined || isWildcard(owner) || aliased.has(nameKey(owner))) continue;
      report({
        row,
        span: zone.tokens(row)?.owner?.span,
        message: `${owner} is the name of no address: ${fault}`,
      });
    }
  },
} as const satisfies Rule;

/** Whether the owner of a row, which is below the tree, is the name of an address; without making a string. */
function isAddressName({ columns: { owner, names } }: Zone, row: number, family: 4 | 6): boolean {
  const { octets, start } = names;
  let at = start[owner[row]!]!;
  for (let label = 0; label < wholeLength[family]; label += 1) {
    const length = octets[at]!;
    if (length === 0 || length > (family === 4 ? 3 : 1)) return false;
    if (family === 4 && !isOctet(octets, at + 1, length)) return false;
    if (family === 6 && !isHexDigit(octets[at + 1]!)) return false;
    at += length + 1;
  }
  return start[owner[row]! + 1]! - at === (family === 4 ? ipv4Tree : ipv6Tree).length + 1;
}

function isOctet(octets: Uint8Array, from: number, length: number): boolean {
  let value = 0;
  for (let at = from; at < from + length; at += 1) {
    const digit = octets[at]! - 0x30;
    if (digit < 0 || digit > 9) return false;
    value = value * 10 + digit;
  }
  return value <= 255 && (length === 1 || octets[from] !== 0x30);
}

function isHexDigit(octet: number): boolean {
  return (octet >= 0x30 && octet <= 0x39) || ((octet | 0x20) >= 0x61 && (octet | 0x20) <= 0x66);
}

/** What is wrong with the labels below a reverse tree; nothing where one of them names a block. */
function faultOf(labels: readonly string[], family: 4 | 6): string | undefined {
  const looksRight = family === 4 ? /^\d+$/ : /^[0-9a-f]+$/;
  if (!labels.every((label) => looksRight.test(label))) return undefined;
  const wrong = labels.find((label) => partOf(label, family) === undefined);
  if (wrong !== undefined) {
    return family === 4
      ? `"${wrong}" is no number from 0 to 255 without leading zeros`
      : `each of the 32 hexadecimal digits is a label of its own, and "${wrong}" is not one digit`;
  }
  const whole = wholeLength[family];
  const isNetwork = family === 4 && labels.length < whole;
  if (labels.length === whole || isNetwork) return undefined;
  const kind = family === 4 ? "numbers" : "digits";
  return `it has ${labels.length} ${kind}, an IPv${family} address has ${whole}`;
}

/** Names that another record of the zone sends resolvers to. */
function aliasTargets({ references }: RuleContext): ReadonlySet<string> {
  return new Set(references(TYPE.CNAME).map(({ target }) => nameKey(target)));
}
