import { nameFromWire, nameKey, TYPE } from "../../../dns/index.ts";
import { changeExample } from "../../example.ts";
import { claimableHosts, hostFinder } from "../../known/index.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";

export const cnameTakeover = {
  id: "cname-takeover",
  severity: "warning",
  set: "strict",
  scope: "change",
  structural: false,
  types: [TYPE.CNAME],
  options: {
    hosts: {
      default: claimableHosts,
      summary: 'Domains below which anyone may claim a free name; a label may end in "*".',
    },
  },
  summary: "A new alias of a name that anyone can claim at a hosting provider while nobody has it.",
  rfc: "RFC 1034 §3.6.2",
  explanation:
    "Whoever claims the name at the provider gets your name with it: its visitors, cookies and certificates. Claim it " +
    "and bind your domain to it first, then add the alias; and when you leave the provider, remove the alias first. " +
    "Whether the name is claimed now is for verification to see.",
  examples: {
    fail: [
      changeExample("a new site at a provider", {
        before: "www CNAME site.example.net.",
        now: "www CNAME site.example.net.\nblog CNAME acme.github.io. ;! cname-takeover acme.github.io.\nfiles CNAME acme.s3-website.eu-north-1.amazonaws.com. ;! cname-takeover acme.s3-website.eu-north-1.amazonaws.com.",
      }),
    ],
    pass: [
      changeExample("one that was there, and one elsewhere", {
        before: "blog CNAME acme.github.io.",
        now: "blog 300 CNAME ACME.github.io.\nwww CNAME site.example.net.",
      }),
    ],
  },
  check({ zone, changes, words, report }) {
    const find = hostFinder(words("hosts"));
    for (const { type, before, after } of changes()) {
      if (type !== TYPE.CNAME || !after) continue;
      const known = new Set(before?.rdata.map((rdata) => nameKey(nameFromWire(rdata).name)));
      for (const row of after.rows) {
        const { name: target } = nameFromWire(zone.zone.rdata(row));
        const host = known.has(nameKey(target)) ? undefined : find(target);
        if (host === undefined) continue;
        report({
          row,
          span: targetTokenOf(zone, row)?.span,
          message: `names below ${host} go to whoever claims them first: make sure that ${target} is yours before ${zone.zone.owner(row)} points at it`,
        });
      }
    }
  },
} as const satisfies Rule;
