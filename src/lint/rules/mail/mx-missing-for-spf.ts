import { TYPE } from "../../../dns/index.ts";
import { exampleOrg, exampleZone } from "../../example.ts";
import { isDocumentationName } from "../../known/index.ts";
import { spfRecords } from "../../mail/index.ts";
import type { Rule } from "../../rule.ts";
import { insertBehind } from "../../writing/index.ts";

export const mxMissingForSpf = {
  id: "mx-missing-for-spf",
  severity: "info",
  set: "all",
  structural: false,
  types: [TYPE.TXT],
  summary: "A name that may not send mail by its SPF record, has an address, and no null MX.",
  rfc: "RFC 7505 §4.2",
  explanation:
    "A domain whose SPF record is `v=spf1 -all` sends no mail. Without MX records mail to it is tried at its address for " +
    "days; a null MX (`MX 0 .`) makes senders give up at once, and says the same to receivers. ",
  examples: {
    fail: [
      {
        title: "no mail, but an address",
        zones: [
          exampleZone(
            "harbour-radio.net.",
            `
            www    A   8.8.4.4
            www    TXT "v=spf1 -all" ;! mx-missing-for-spf "v=spf1 -all"
            `,
          ),
        ],
      },
    ],
    pass: [
      exampleOrg(
        "a null MX",
        `
        www A   192.0.2.1
        www TXT "v=spf1 -all"
        www MX  0 .
        `,
      ),
    ],
  },
  check(context) {
    const { zone, report } = context;
    if (isDocumentationName(zone.name)) return;
    for (const { row, txt, terms } of spfRecords(context)) {
      const [only] = terms;
      if (only?.name !== "all" || only.qualifier !== "-" || terms.length > 1) continue;
      const { owner } = txt;
      const has = (type: number) => zone.zone.rows(owner, type).length > 0;
      if (has(TYPE.MX) || !(has(TYPE.A) || has(TYPE.AAAA))) continue;
      report(() => {
        const insertion = insertBehind(zone, row, owner, "MX 0 .");
        return {
          row,
          span: txt.whole,
          message: `${owner} sends no mail, but mail to it is tried at its address: a null MX stops that`,
          fix: insertion && { title: `add "MX 0 ." at ${owner}`, edits: [insertion.edit] },
        };
      });
    }
  },
} as const satisfies Rule;
