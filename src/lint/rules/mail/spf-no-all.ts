import { nameKey, TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { spfRecords } from "../../mail/index.ts";
import type { Rule } from "../../rule.ts";

export const spfNoAll = {
  id: "spf-no-all",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.TXT],
  summary: "An SPF record that does not say what becomes of all other senders.",
  rfc: "RFC 7208 §4.7",
  explanation:
    "Without `all` or `redirect` at its end a record gives no opinion (neutral) on senders it does not list, as if there " +
    "were none. Records that others include need no `all`: those at names with an underscore, and those included in " +
    "this zone, are left out.",
  examples: {
    fail: [
      exampleOrg(
        "only who may",
        `
        @ TXT "v=spf1 ip4:192.0.2.1" ;! spf-no-all "v=spf1 ip4:192.0.2.1"
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "an end, and a record for including",
        `
        @     TXT "v=spf1 include:lists.example.org redirect=_spf.example.com"
        lists TXT "v=spf1 ip4:192.0.2.1"
        _spf  TXT "v=spf1 ip4:192.0.2.1"
        `,
      ),
    ],
  },
  check(context) {
    const { report } = context;
    const records = spfRecords(context);
    const included = new Set(
      records.flatMap(({ terms }) => terms.map(({ target }) => target && nameKey(target))),
    );
    for (const { row, txt, terms } of records) {
      const ends = terms.some(({ name }) => name === "all" || name === "redirect");
      // A term that cannot be read may be the one: it is reported as such.
      if (ends || terms.some(({ problem }) => problem)) continue;
      const { owner } = txt;
      if (owner.startsWith("_") || owner.includes("._") || included.has(nameKey(owner))) continue;
      const message = `the SPF record of ${owner} says nothing of senders it does not list: end it with -all or ~all`;
      report({
        row,
        span: txt.whole,
        message,
      });
    }
  },
} as const satisfies Rule;
