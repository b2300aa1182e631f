import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { oneOf, reportTagFaults, type TagForm, type ValueFault } from "../../mail/index.ts";
import type { Rule } from "../../rule.ts";
import { textsAt } from "../../txt/index.ts";
import { shown } from "../../writing/index.ts";

const bimi: TagForm = {
  what: "BIMI",
  version: "BIMI1",
  required: ["l"],
  values: {
    l: (value) => location(value, "svg"),
    a: (value) => location(value),
    avp: oneOf("brand", "personal"),
    lps: () => undefined,
  },
};

/** An https URL, or nothing, which says that there is none. */
function location(value: string, ending?: string): ValueFault | undefined {
  if (value === "") return undefined;
  if (!/^https:\/\/[^\s/,]+/i.test(value)) {
    const instead = value.replace(/^(?:http:\/\/|(?!\w+:))/i, "https://");
    const isMended = /^https:\/\/[\w-]+\.[^\s,]+$/i.test(instead);
    return { message: `"${shown(value)}" is no https URL`, instead: isMended ? instead : undefined };
  }
  if (ending !== undefined && !value.toLowerCase().split(/[?#]/, 1)[0]!.endsWith(`.${ending}`))
    return { message: `"${shown(value)}" does not end in .${ending}: the logo has to be SVG` };
  return undefined;
}

export const bimiSyntax = {
  id: "bimi-syntax",
  severity: "info",
  mostSevere: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.TXT],
  summary: "A BIMI record that mail programs cannot read.",
  rfc: "draft-brand-indicators-for-message-identification",
  explanation:
    "The record at `<selector>._bimi` names the logo of a domain: `v=BIMI1;`, the location `l` of an SVG file and the " +
    "location `a` of a certificate, both https URLs. An empty `l` says that the domain has no logo.",
  examples: {
    fail: [
      exampleOrg(
        "no https",
        'default._bimi TXT "v=BIMI1; l=http://example.org/logo.svg" ;! bimi-syntax l=http://example.org/logo.svg',
      ),
    ],
    pass: [
      exampleOrg(
        "with a certificate, and without a logo",
        `
        default._bimi   TXT "v=BIMI1; l=https://example.org/logo.svg; a=https://example.org/logo.pem"
        default._bimi.a TXT "v=BIMI1; l=; a=;"
        `,
      ),
    ],
  },
  check(context) {
    for (const txt of textsAt(context, ["*", "_bimi"])) reportTagFaults(context.report, txt, bimi);
  },
} as const satisfies Rule;
