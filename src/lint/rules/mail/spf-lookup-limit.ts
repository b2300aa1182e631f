import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import {
  type LookupCount,
  LookupCounter,
  mostLookups,
  mostVoidLookups,
  spfRecords,
} from "../../mail/index.ts";
import type { Rule } from "../../rule.ts";

export const spfLookupLimit = {
  id: "spf-lookup-limit",
  severity: "error",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: [TYPE.TXT],
  summary: "An SPF record that takes more DNS lookups than receivers make.",
  rfc: "RFC 7208 §4.6.4",
  explanation:
    "`include`, `a`, `mx`, `ptr`, `exists` and `redirect` cost a lookup each, and so do the terms of the records they " +
    "lead to. After 10 lookups, or more than 2 that find nothing, receivers end with an error (permerror). Lookups are " +
    "counted through the zones of the repository; an include of another domain counts 1, though it may cost more. Write " +
    "addresses as ip4 and ip6, or take out what does not send any more.",
  options: {
    "warn-at": { default: 8, summary: "Lookups from which on it is a warning that the limit is near." },
  },
  examples: {
    fail: [
      exampleOrg(
        "eleven lookups, three of them by an include",
        `
        @    TXT "v=spf1 include:_spf.example.org a:a.example.com a:b.example.com a:c.example.com a:d.example.com a:e.example.com a:f.example.com a:g.example.com -all" ;! spf-lookup-limit "v=spf1 include:_spf.example.org a:a.example.com a:b.example.com a:c.example.com a:d.example.com a:e.example.com a:f.example.com a:g.example.com -all"
        _spf TXT "v=spf1 include:x.example.com include:y.example.com include:z.example.com"
        `,
      ),
      exampleOrg(
        "records that include one another",
        `
        _a TXT "v=spf1 include:_b.example.org" ;! spf-lookup-limit "v=spf1 include:_b.example.org"
        _b TXT "v=spf1 include:_a.example.org" ;! spf-lookup-limit "v=spf1 include:_a.example.org"
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "seven lookups, and addresses, which cost nothing",
        `
        @ TXT ( "v=spf1 ip4:192.0.2.1 ip6:2001:db8::1 a mx include:a.example.com include:b.example.com "
                "include:c.example.com include:d.example.com include:e.example.com -all" )
        @ A   192.0.2.1
        @ MX  10 mail
        mail A 192.0.2.1
        `,
      ),
    ],
  },
  check(context) {
    const { zone, world, report, number } = context;
    const counter = new LookupCounter(world, zone.view);
    for (const record of spfRecords(context)) {
      const { row, txt } = record;
      const count = counter.count(txt.owner, record);
      const finding = judge(count, number("warn-at"));
      if (!finding) continue;
      const message = `the SPF record of ${txt.owner} ${finding.message}`;
      report(() => ({ row, span: txt.whole, ...finding, message }));
    }
  },
} as const satisfies Rule;

function judge(
  { lookups, isExact, voids, loop }: LookupCount,
  warnAt: number,
): { readonly message: string; readonly severity?: "warning" } | undefined {
  if (loop) return { message: `never ends: ${loop.join(" includes ")}` };
  const cost = `takes ${isExact ? "" : "at least "}${lookups} DNS lookups`;
  if (lookups > mostLookups) return { message: `${cost}: receivers make ${mostLookups} and then ignore it` };
  if (voids.length > mostVoidLookups) {
    const names = voids.slice(0, 5).join(", ");
    return {
      message: `makes ${voids.length} lookups that find nothing (${names}): receivers allow ${mostVoidLookups} and then ignore it`,
    };
  }
  if (lookups < warnAt) return undefined;
  return { message: `${cost}, and receivers make ${mostLookups}: little is left`, severity: "warning" };
}
