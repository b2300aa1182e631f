import { isAtOrBelow, type Name, TYPE } from "../../../dns/index.ts";
import { type CaaData, issuerOf, readCaa } from "../../certificates/index.ts";
import type { RRsetChange } from "../../change.ts";
import { changeExample } from "../../example.ts";
import type { Rule, RuleContext } from "../../rule.ts";
import { ownerStartsWith } from "../../tree/index.ts";
import type { LintZone } from "../../zone.ts";

export const caaBlocksCurrentCa = {
  id: "caa-blocks-current-ca",
  severity: "warning",
  set: "recommended",
  scope: "change",
  structural: false,
  types: [TYPE.CAA],
  summary: "A change of CAA that shuts out an authority which names of the zone still seem to use.",
  rfc: "RFC 8659 §3",
  explanation:
    "Certificates that an authority issued go on working, but it can renew them no more, which is noticed weeks later. It " +
    "seems to be in use where other CAA records of the zone name it, or where names for ACME (`_acme-challenge`) are at " +
    "or below the changed one. Renew with the new authority first.",
  examples: {
    fail: [
      changeExample("another authority, while certificates are renewed by ACME", {
        before: '@ CAA 0 issue "ca.example.net"\n_acme-challenge CNAME x.acme.example.net.',
        now: '@ CAA 0 issue "ca.example.com" ;! caa-blocks-current-ca @ CAA 0 issue "ca.example.com"\n_acme-challenge CNAME x.acme.example.net.',
      }),
      changeExample("another authority, while a subdomain names the old one", {
        before: '@ CAA 0 issue "ca.example.net"\nshop CAA 0 issue "ca.example.net"',
        now: '@ CAA 0 issue "ca.example.com" ;! caa-blocks-current-ca @ CAA 0 issue "ca.example.com"\nshop CAA 0 issue "ca.example.net"',
      }),
    ],
    pass: [
      changeExample("one more authority", {
        before: '@ CAA 0 issue "ca.example.net"\n_acme-challenge CNAME x.acme.example.net.',
        now: '@ CAA 0 issue "ca.example.net"\n@ CAA 0 issue "ca.example.com"\n_acme-challenge CNAME x.acme.example.net.',
      }),
      changeExample("another authority, of which nothing speaks", {
        before: '@ CAA 0 issue "ca.example.net"',
        now: '@ CAA 0 issue "ca.example.com"',
      }),
    ],
  },
  check(context) {
    const { zone, changes, report } = context;
    for (const change of changes()) {
      const { owner, type, before, after } = change;
      if (type !== TYPE.CAA || !before || !after || !zone.before) continue;
      const lost = shutOut(zone.before, zone, { ...change, before, after });
      const reason = lost.length > 0 ? signOfUse(context, owner, lost) : undefined;
      if (reason === undefined) continue;
      const message = `${lost.join(", ")} may not issue for ${owner} any more, but ${reason}: renewals would fail`;
      report({ row: after.rows[0], message });
    }
  },
} as const satisfies Rule;

/** The authorities that could issue before and cannot now. */
function shutOut(
  was: LintZone,
  now: LintZone,
  { before, after }: Required<Pick<RRsetChange, "before" | "after">>,
): readonly string[] {
  const had = issuers(before.rows.map((row) => readCaa(was.zone, row)));
  const has = issuers(after.rows.map((row) => readCaa(now.zone, row)));
  // Without an issue record everybody may.
  return has.size === 0 ? [] : [...had].filter((authority) => authority !== "" && !has.has(authority));
}

function issuers(set: readonly CaaData[]): ReadonlySet<string> {
  return new Set(set.filter(({ tag }) => tag === "issue").map(({ value }) => issuerOf(value)));
}

/** What says that one of the authorities is in use, in words. */
function signOfUse(
  { zone: { zone }, rowsOf }: RuleContext,
  owner: Name,
  lost: readonly string[],
): string | undefined {
  const named = rowsOf(TYPE.CAA).find((row) => {
    const { tag, value } = readCaa(zone, row);
    return tag.startsWith("issue") && lost.includes(issuerOf(value));
  });
  if (named !== undefined) return `CAA of ${zone.owner(named)} names it`;
  const challenge = rowsOf(TYPE.CNAME, TYPE.TXT, TYPE.NS).find(
    (row) => ownerStartsWith(zone, row, ["_acme-challenge"]) && isAtOrBelow(zone.owner(row), owner),
  );
  return challenge === undefined ? undefined : `certificates are renewed by ACME at ${zone.owner(challenge)}`;
}
