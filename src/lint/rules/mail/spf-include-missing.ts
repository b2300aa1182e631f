import { type Name, TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { readSpf, type SpfTerm, spfRecords } from "../../mail/index.ts";
import type { Rule, RuleContext } from "../../rule.ts";
import { stringsOf } from "../../txt/index.ts";
import { resolve } from "../../world.ts";

export const spfIncludeMissing = {
  id: "spf-include-missing",
  severity: "error",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: [TYPE.TXT],
  summary:
    "An SPF record that refers to a name of the repository which has no SPF record, no address or no mail server.",
  rfc: "RFC 7208 §5.2",
  explanation:
    "An `include` or `redirect` of a name without SPF record is an error of the whole record (permerror): the domain " +
    "is without SPF. `a` and `mx` of names without address or MX let nobody send, and more than two of them are an error " +
    "too; they are a warning here.",
  examples: {
    fail: [
      exampleOrg(
        "names that are gone",
        `
        @    TXT "v=spf1 include:_spf.example.org -all" ;! spf-include-missing include:_spf.example.org
        a    TXT "v=spf1 redirect=text.example.org" ;! spf-include-missing redirect=text.example.org
        b    TXT "v=spf1 a:gone.example.org mx:text.example.org -all" ;! spf-include-missing a:gone.example.org ;! spf-include-missing mx:text.example.org
        text TXT "no SPF"
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "names that are there, be it elsewhere",
        `
        @    TXT "v=spf1 include:_spf.example.org include:_spf.example.net mx a:%{o}.example.org -all"
        @    MX  10 mail
        mail A   192.0.2.1
        _spf TXT "v=spf1 a:mail.example.org"
        `,
      ),
    ],
  },
  check(context) {
    const { report } = context;
    const known = new Map<string, Verdict>();
    for (const { row, txt, terms } of spfRecords(context)) {
      for (const term of terms) {
        const target = term.target ?? (term.domain === "" ? txt.owner : undefined);
        if (target === undefined || term.problem) continue;
        const key = `${term.text} ${target}`;
        if (!known.has(key)) known.set(key, judge(context, term, target));
        const finding = known.get(key);
        if (finding) report(() => ({ row, span: txt.span(term.start, term.end), ...finding }));
      }
    }
  },
} as const satisfies Rule;

/** Undefined where nothing is wrong. */
type Verdict = { readonly message: string; readonly severity?: "warning" } | undefined;

function judge({ world, zone: { view } }: RuleContext, { name, text }: SpfTerm, target: Name): Verdict {
  if (name === "include" || name === "redirect") {
    const texts = resolve(world, view, target, TYPE.TXT);
    if (!texts || texts.rdata.some((rdata) => readSpf(stringsOf(rdata)))) return undefined;
    const what = texts.exists ? "has no SPF record" : "does not exist";
    return { message: `"${text}": ${target} ${what}, which is an error of this whole record` };
  }
  if (name === "a") {
    const found = world.addresses(target, view);
    if (found !== "none" && found !== "absent") return undefined;
    const what = found === "absent" ? "does not exist" : "has no A or AAAA record";
    return { message: `"${text}" lets nobody send: ${target} ${what}`, severity: "warning" };
  }
  if (name !== "mx" || resolve(world, view, target, TYPE.MX)?.rdata.length !== 0) return undefined;
  return { message: `"${text}" lets nobody send: ${target} has no MX record`, severity: "warning" };
}
