import { didYouMean } from "../../../base/index.ts";
import { TYPE } from "../../../dns/index.ts";
import { caaTags, caaTokens, readCaa } from "../../certificates/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { replaceSpan } from "../../writing/index.ts";

export const caaTag = {
  id: "caa-tag",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.CAA],
  summary: "A CAA property that no certification authority knows.",
  rfc: "RFC 8659 §4.1",
  explanation:
    "Authorities skip properties they do not know, so that a slip in the tag lifts the restriction; with the critical " +
    "flag (128) nobody may issue at all. The tags in use are issue, issuewild, issuemail, issuevmc, iodef, contactemail " +
    "and contactphone.",
  examples: {
    fail: [
      exampleOrg(
        "slips",
        `
        @ CAA 0 isue "ca.example.net" ;! caa-tag isue
        @ CAA 0 issuewildcard "ca.example.net" ;! caa-tag issuewildcard
        `,
      ),
      exampleOrg("another word", '@ CAA 0 policy "ca.example.net" ;! caa-tag policy'),
    ],
    pass: [
      exampleOrg(
        "all of them, in any case",
        `
        @ CAA 0 issue "ca.example.net"
        @ CAA 0 IssueWild ";"
        @ CAA 0 issuemail "ca.example.net"
        @ CAA 0 issuevmc "ca.example.net"
        @ CAA 128 iodef "mailto:pki@example.org"
        @ CAA 0 contactemail "pki@example.org"
        @ CAA 0 contactphone "+46 8 123"
        `,
      ),
    ],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.CAA)) {
      const { tag, flags } = readCaa(zone.zone, row);
      if (caaTags.includes(tag)) continue;
      const near = nearTag(tag);
      const span = caaTokens(zone, row)?.[1].span;
      const effect = (flags & 128) !== 0 ? "as it is critical, none may issue" : "they skip this record";
      const hint = near ? `did you mean ${near}?` : `expected one of ${caaTags.join(", ")}`;
      const message = `certification authorities know no property "${tag}", so that ${effect}: ${hint}`;
      report({
        row,
        span,
        message,
        fix: span && near ? replaceSpan(`write ${near}`, span, near) : undefined,
      });
    }
  },
} as const satisfies Rule;

function nearTag(tag: string): string | undefined {
  if (/^issue_?wild/.test(tag)) return "issuewild";
  return didYouMean(tag, caaTags);
}
