import type { Fix } from "../../../diagnostic/index.ts";
import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { type PlacedTerm, spfRecords } from "../../mail/index.ts";
import type { Rule } from "../../rule.ts";
import type { TxtRecord } from "../../txt/index.ts";

export const spfAfterAll = {
  id: "spf-after-all",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.TXT],
  summary: "Terms of an SPF record that are never read, because `all` decides before them.",
  rfc: "RFC 7208 §5.1, RFC 7208 §6.1",
  explanation:
    "`all` matches every sender: mechanisms behind it are never reached, and `redirect` is ignored wherever it stands. " +
    "Senders that were added at the end are refused. Move `all` to the end.",
  examples: {
    fail: [
      exampleOrg(
        "a sender added at the end, and a redirect",
        `
        a TXT "v=spf1 mx:example.com -all ip4:192.0.2.1" ;! spf-after-all ip4:192.0.2.1
        b TXT "v=spf1 redirect=_spf.example.com -all" ;! spf-after-all redirect=_spf.example.com
        `,
      ),
    ],
    pass: [exampleOrg("an explanation, which may stand anywhere", '@ TXT "v=spf1 -all exp=why.example.com"')],
  },
  check(context) {
    for (const { row, txt, terms } of spfRecords(context, ({ text }) => /redirect|all ./i.test(text))) {
      const all = terms.find(({ name, problem }) => name === "all" && !problem);
      if (!all) continue;
      for (const term of terms) {
        const { text, name, isModifier, problem, start, end } = term;
        const isLate = !isModifier && start > all.start;
        if (problem || !(isLate || (isModifier && name === "redirect"))) continue;
        context.report({
          row,
          span: txt.span(start, end),
          message: isLate
            ? `"${text}" is never read: "${all.text}" before it decides`
            : `"${text}" is ignored: "${all.text}" decides`,
          fix: isLate ? moveBehind(txt, all, terms.at(-1)!) : takeOut(txt, term),
        });
      }
    }
  },
} as const satisfies Rule;

/** Writes `all` behind the last term, and not where it stands. */
function moveBehind(txt: TxtRecord, all: PlacedTerm, last: PlacedTerm): Fix | undefined {
  const taken = txt.replace("", all.start, all.end + 1, "");
  const put = txt.replace("", last.end, last.end, ` ${all.text}`);
  if (!taken || !put || last.name === "all") return undefined;
  return { title: `move "${all.text}" to the end`, edits: [...taken.edits, ...put.edits] };
}

function takeOut(txt: TxtRecord, { text, start, end }: PlacedTerm): Fix | undefined {
  const isLast = end === txt.text.length;
  return txt.replace(`take "${text}" out`, isLast ? start - 1 : start, isLast ? end : end + 1, "");
}
