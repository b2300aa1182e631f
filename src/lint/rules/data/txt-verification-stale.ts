import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { sharedOwners } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";
import { TxtRecord } from "../../txt/index.ts";

export const txtVerificationStale = {
  id: "txt-verification-stale",
  severity: "info",
  set: "all",
  structural: false,
  types: [TYPE.TXT],
  summary: "Several tokens of one name by which one service knows that the domain is yours.",
  explanation:
    "Services such as search engines have a domain's owner put a token into TXT. Old ones stay behind when people or " +
    "contracts go, and whoever has the account still counts as an owner. Take out those that nobody can explain.",
  examples: {
    fail: [
      exampleOrg(
        "two tokens of one service",
        `
        @ TXT "google-site-verification=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        @ TXT "google-site-verification=BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB" ;! txt-verification-stale "google-site-verification=BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB"
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "tokens of different services",
        `
        @ TXT "google-site-verification=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        @ TXT "facebook-domain-verification=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        `,
      ),
    ],
  },
  check({ zone, rowsOf, report }) {
    for (const rows of sharedOwners(zone.zone, rowsOf(TYPE.TXT))) {
      const seen = new Set<string>();
      for (const txt of rows.map((row) => new TxtRecord(zone, row))) {
        const service = /^(?:MS(?==ms\d)|[a-z\d-]{1,60}-verification(?==)|apple-domain(?==))/i.exec(
          txt.text,
        )?.[0];
        if (service === undefined) continue;
        const key = service.toLowerCase();
        if (seen.has(key)) {
          const message = `${txt.owner} has another token of ${service}: is this one still in use?`;
          report({ row: txt.row, span: txt.whole, message });
        }
        seen.add(key);
      }
    }
  },
} as const satisfies Rule;
