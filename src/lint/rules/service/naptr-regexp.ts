import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { type NaptrData, readNaptr, substitutionFault } from "../../service/index.ts";
import { shown } from "../../writing/index.ts";

export const naptrRegexp = {
  id: "naptr-regexp",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.NAPTR],
  summary: "A NAPTR record whose substitution cannot be made.",
  rfc: "RFC 3403 §4.1, RFC 3402 §3.2",
  explanation:
    "A NAPTR record has either a substitution or a replacement name (the other is empty, or `.`). The substitution is an " +
    "expression, a replacement and flags behind a delimiter each: `!^.*$!sip:info@example.com!`; its `\\1` to `\\9` stand " +
    "for groups in parentheses. Of the flags s, a, u and p one at most is given.",
  examples: {
    fail: [
      exampleOrg(
        "two delimiters, a group that is not there, both, neither, and two flags",
        `
        a NAPTR 1 1 "u" "E2U+sip" "!^.*$!sip:info@example.org" . ;! naptr-regexp "!^.*$!sip:info@example.org"
        b NAPTR 1 1 "u" "E2U+sip" "!^.*$!sip:\\\\1@example.org!" . ;! naptr-regexp "!^.*$!sip:\\\\1@example.org!"
        c NAPTR 1 1 "u" "E2U+sip" "!^.*$!sip:info@example.org!" sip ;! naptr-regexp sip
        d NAPTR 1 1 "s" "SIP+D2U" "" . ;! naptr-regexp .
        e NAPTR 1 1 "su" "SIP+D2U" "" _sip._udp ;! naptr-regexp "su"
        f NAPTR 1 1 "u" "E2U+sip" "" _sip._udp ;! naptr-regexp "u"
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "a substitution, and names",
        `
        a NAPTR 1 1 "u" "E2U+sip" "!^(\\\\+46)([0-9]*)$!sip:\\\\2@example.org!i" .
        b NAPTR 1 1 "S" "SIP+D2U" "" _sip._udp
        b NAPTR 1 1 "se" "SIP+D2T" "" _sip._tcp
        c NAPTR 1 1 "" "" "" b
        `,
      ),
    ],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.NAPTR)) {
      const fault = faultOf(readNaptr(zone.zone.rdata(row)));
      if (!fault) continue;
      const tokens = zone.tokens(row)?.rdata;
      const span = tokens?.[0]?.text === "\\#" ? undefined : tokens?.[fault.token]?.span;
      report({ row, span, message: fault.message });
    }
  },
} as const satisfies Rule;

/** What is wrong, and at which token of the data. */
function faultOf({ flags, regexp, replacement }: NaptrData): { token: number; message: string } | undefined {
  // Applications may define flags of their own: "se" is in use.
  if (!/^[a-z\d]*$/i.test(flags) || /[saup].*[saup]/i.test(flags)) {
    const message = `"${shown(flags)}" are no flags of NAPTR: letters and digits, with one of s, a, u and p at most`;
    return { token: 2, message };
  }
  const hasName = replacement !== ".";
  if (regexp !== "" && hasName) {
    const message = `both a substitution and the name ${replacement}: clients take one of them; write "." or ""`;
    return { token: 5, message };
  }
  if (regexp === "" && !hasName)
    return { token: 5, message: "neither a substitution nor a name: this leads nowhere" };
  if (regexp === "" && /u/i.test(flags))
    return { token: 2, message: `the flag u makes a URI by a substitution, and there is none` };
  const fault = regexp === "" ? undefined : substitutionFault(regexp);
  return fault === undefined ? undefined : { token: 4, message: `"${shown(regexp)}": ${fault}` };
}
