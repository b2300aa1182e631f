import type { Fix } from "../../../diagnostic/index.ts";
import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { spfRecords } from "../../mail/index.ts";
import type { Rule } from "../../rule.ts";
import type { LintZone } from "../../zone.ts";

export const spfUnquoted = {
  id: "spf-unquoted",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.TXT],
  summary: "An SPF record without quotes, whose words become one string each.",
  rfc: "RFC 7208 §3.3, RFC 1035 §5.1",
  explanation:
    "White space ends a string that is not in quotes. Receivers join the strings without spaces, get " +
    "`v=spf1include:…~all`, and find no SPF record. Put the whole text in quotes.",
  supersedes: ["spf-missing-space"],
  examples: {
    fail: [
      exampleOrg(
        "three strings",
        "@ TXT v=spf1 mx:example.com ~all ;! spf-unquoted v=spf1 mx:example.com ~all",
      ),
    ],
    pass: [exampleOrg("one string", '@ TXT "v=spf1 mx:example.com ~all"')],
  },
  check(context) {
    const { zone, report } = context;
    for (const { row, txt, missingSpaces } of spfRecords(context, ({ strings }) => strings.length > 1)) {
      if (missingSpaces.length === 0 || !isUnquoted(zone, row)) continue;
      const message = `without quotes these are ${txt.strings.length} strings, which receivers join to "${txt.text.slice(0, 40)}": no SPF record`;
      report({ row, span: txt.whole, message, fix: quoteAll(zone, row) });
    }
  },
} as const satisfies Rule;

/** Whether all strings of a TXT record are written without quotes. */
export function isUnquoted(zone: LintZone, row: number): boolean {
  const tokens = zone.tokens(row)?.rdata ?? [];
  return tokens.length > 1 && tokens.every(({ quoted, text }) => !quoted && text !== "\\#");
}

function quoteAll(zone: LintZone, row: number): Fix | undefined {
  const tokens = zone.tokens(row)?.rdata ?? [];
  const [first, last] = [tokens[0]?.span, tokens.at(-1)?.span];
  if (!first || !last || first.line !== last.endLine) return undefined;
  const text = `"${tokens.map((token) => token.text).join(" ")}"`;
  const { line, column } = first;
  const { endLine, endColumn } = last;
  return { title: "put the whole text in quotes", edits: [{ line, column, endLine, endColumn, text }] };
}
