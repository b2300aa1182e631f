import { nameFromWire, nameToWire, type RRType, TYPE, typeName, type Zone } from "../../../dns/index.ts";
import { changeExample } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { isUnderscored, topmostNew, Wildcards } from "../../tree/index.ts";

export const wildcardNewShadow = {
  id: "wildcard-new-shadow",
  severity: "warning",
  set: "recommended",
  structural: false,
  scope: "change",
  summary: "A new name that takes away answers a wildcard gave until now.",
  rfc: "RFC 4592 §2.2",
  explanation:
    "A wildcard answers only for names that do not exist. The change makes one exist, or one above it, and so ends " +
    "the wildcard's answers of other types there: mail, or addresses of the other protocol. Repeat at the new name " +
    "what of the wildcard is to go on.",
  supersedes: ["wildcard-shadowed", "wildcard-ent", "ent-created"],
  examples: {
    fail: [
      changeExample("the wildcard had an IPv6 address too", {
        before: "* A 192.0.2.1\n* AAAA 2001:db8::1",
        now: "* A 192.0.2.1\n* AAAA 2001:db8::1\nshop A 192.0.2.2 ;! wildcard-new-shadow shop",
      }),
      changeExample("a name above the new one", {
        before: "*.apps A 192.0.2.1",
        now: "*.apps A 192.0.2.1\none.shop.apps A 192.0.2.2 ;! wildcard-new-shadow one.shop.apps",
      }),
    ],
    pass: [
      changeExample("all that the wildcard has", {
        before: "* A 192.0.2.1",
        now: "* A 192.0.2.1\nshop A 192.0.2.2",
      }),
      changeExample("another host instead of an alias", {
        before: "*.apps CNAME apps.example.net.",
        now: "*.apps CNAME apps.example.net.\nshop.apps A 192.0.2.2",
      }),
      changeExample("a name that is no host", {
        before: "* A 192.0.2.1",
        now: '* A 192.0.2.1\n_dmarc TXT "v=DMARC1; p=none"',
      }),
    ],
  },
  check({ zone: lintZone, changes, report }) {
    const [before, now] = [lintZone.before!.zone, lintZone.zone];
    const wildcards = new Wildcards(before);
    if (wildcards.none) return;
    const told = new Set<string>();
    for (const { owner, after } of changes()) {
      if (!after) continue;
      const name = nameToWire(owner);
      const at = topmostNew(before, name);
      const wildcard = at === undefined ? undefined : wildcards.below(name, at + name[at]! + 1);
      if (at === undefined || !wildcard || isUnderscored(name, at) || name[at + 1] === 0x2a) continue;
      if (now.rows(before.owner(wildcard.row)).length === 0) continue;
      const made = nameFromWire(name, at).name;
      const lost = wildcard.types.filter((type) => !isGiven(now, name, at, type)).map(typeName);
      if (lost.length === 0 || told.has(made)) continue;
      told.add(made);
      const row = after.rows[0]!;
      report({
        row,
        span: lintZone.tokens(row)?.owner?.span,
        message: `${made} exists from now on${at > 0 ? " (without records)" : ""}, so ${before.owner(wildcard.row)} no longer answers for it: it loses ${lost.join(", ")}; repeat there what is to go on`,
      });
    }
  },
} as const satisfies Rule;

/** Whether a name has of itself what a wildcard's type gave it; a host of its own is as good as an alias. */
function isGiven(zone: Zone, name: Uint8Array, at: number, type: RRType): boolean {
  const has = (one: RRType) => zone.hasWire(name, at, one);
  if (has(type) || has(TYPE.CNAME) || has(TYPE.NS)) return true;
  return (
    type === TYPE.RRSIG || type === TYPE.NSEC || (type === TYPE.CNAME && (has(TYPE.A) || has(TYPE.AAAA)))
  );
}
