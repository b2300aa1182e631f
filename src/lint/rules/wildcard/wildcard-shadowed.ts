import { type RRType, TYPE, typeName, type Zone } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { isUnderscored, reachesHosts, wildcardsNow } from "../../tree/index.ts";

export const wildcardShadowed = {
  id: "wildcard-shadowed",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.A, TYPE.AAAA, TYPE.CNAME],
  summary: "A name for which a wildcard would answer, but which exists and has no address of its own.",
  rfc: "RFC 4592 §2.2.1",
  explanation:
    "A wildcard answers only for names that do not exist. Any record makes a name exist: a TXT at shop.example.org " +
    "takes away the address that * gave it. Repeat the wildcard's address or alias there.",
  examples: {
    fail: [
      exampleOrg(
        "a token for a verification",
        `
        *    A   192.0.2.1
        shop TXT "verification=8f2c" ;! wildcard-shadowed shop
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "names with what the wildcard has, or that are no hosts",
        `
        *      A    192.0.2.1
        shop   TXT  "verification=8f2c"
        shop   A    192.0.2.1
        _dmarc TXT  "v=DMARC1; p=none"
        lab    NS   ns1.example.net.
        lab    NS   ns2.example.net.
        `,
      ),
    ],
  },
  check({ zone: lintZone, ownerRows, once, report }) {
    const { zone } = lintZone;
    const wildcards = once(wildcardsNow);
    if (!wildcards.some(reachesHosts)) return;
    const { owner, names } = zone.columns;
    const others = hasTypeOf(zone, ownAnswer);
    for (const row of ownerRows()) {
      const id = owner[row]!;
      if (others[names.key[id]!] === 1) continue;
      const name = names.octets.subarray(names.start[id], names.start[id + 1]);
      const wildcard = wildcards.sibling(name);
      if (!wildcard || isUnderscored(name, 0) || !reachesHosts(wildcard.types)) continue;
      const lost = wildcard.types.filter((type) => reachesHosts([type])).map(typeName);
      report({
        row,
        span: lintZone.tokens(row)?.owner?.span,
        message: `${zone.owner(row)} has no ${lost.join(" or ")}: its ${typeName(zone.type(row))} record makes it exist, so ${zone.owner(wildcard.row)} does not answer for it; repeat the wildcard's records here`,
      });
    }
  },
} as const satisfies Rule;

/** Types that say where a name's own answers come from, or that it is a hash (RFC 5155 §3). */
const ownAnswer: readonly RRType[] = [TYPE.A, TYPE.AAAA, TYPE.CNAME, TYPE.DNAME, TYPE.NS, TYPE.NSEC3];

/** By key of the owner, 1 where it has a record of one of some types. */
function hasTypeOf({ columns }: Zone, types: readonly RRType[]): Uint8Array {
  const { owner, type, names } = columns;
  const wanted = new Uint8Array(0x10000);
  for (const one of types) wanted[one] = 1;
  const has = new Uint8Array(names.key.length);
  for (let row = 0; row < owner.length; row += 1)
    if (wanted[type[row]!] === 1) has[names.key[owner[row]!]!] = 1;
  return has;
}
