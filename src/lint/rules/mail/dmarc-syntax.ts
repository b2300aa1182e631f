import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { listOf, oneOf, reportTagFaults, reportUris, type TagForm, wholeNumber } from "../../mail/index.ts";
import type { Rule } from "../../rule.ts";
import { textsAt } from "../../txt/index.ts";
import { shown } from "../../writing/index.ts";

const policy = oneOf("none", "quarantine", "reject");
const alignment = oneOf("r", "s");

/** RFC 7489 §6.3, and the tags its successor adds (np, psd, t). */
const dmarc: TagForm = {
  what: "DMARC",
  version: "DMARC1",
  required: ["p"],
  values: {
    p: policy,
    sp: policy,
    np: policy,
    adkim: alignment,
    aspf: alignment,
    pct: wholeNumber(100),
    fo: listOf("0", "1", "d", "s"),
    rf: listOf("afrf", "iodef"),
    ri: wholeNumber(2 ** 32 - 1),
    rua: reportUris,
    ruf: reportUris,
    psd: oneOf("y", "n", "u"),
    t: oneOf("y", "n"),
  },
};

export const dmarcSyntax = {
  id: "dmarc-syntax",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.TXT],
  summary: "A DMARC record that receivers cannot read, or that does not say what it seems to.",
  rfc: "RFC 7489 §6.3",
  explanation:
    "A record that does not start with `v=DMARC1;`, or has no valid policy `p`, is ignored, and the domain is without " +
    "DMARC. Tags stand between semicolons; addresses for reports are URIs (`mailto:dmarc@…`) with commas between them.",
  examples: {
    fail: [
      exampleOrg(
        "slips with one right answer",
        `
        _dmarc   TXT "v=DMARC1; p=rejct; rua=dmarc@example.org" ;! dmarc-syntax p=rejct ;! dmarc-syntax rua=dmarc@example.org
        _dmarc.a TXT "v=dmarc1; p=none" ;! dmarc-syntax v=dmarc1
        _dmarc.b TXT "p=none" ;! dmarc-syntax "p=none"
        _dmarc.c TXT "v=DMARC1; p=none; adkmi=s" ;! dmarc-syntax adkmi=s
        `,
      ),
      exampleOrg(
        "slips to be thought about",
        `
        _dmarc   TXT "v=DMARC1; policy=none" ;! dmarc-syntax policy=none ;! dmarc-syntax "v=DMARC1; policy=none"
        _dmarc.a TXT "v=DMARC1; p=none; pct=150" ;! dmarc-syntax pct=150
        _dmarc.b TXT "v=DMARC1; p=none; rua=mailto:a@example.org; mailto:b@example.org" ;! dmarc-syntax mailto:b@example.org
        _dmarc.c TXT "v=DMARC1; p=none; p=reject" ;! dmarc-syntax p=reject
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "all tags, and other text beside",
        `
        _dmarc TXT "v=DMARC1; p=quarantine; sp=none; adkim=s; aspf=r; pct=20; fo=1:d:s; rf=afrf; ri=86400; rua=mailto:a@example.org!10m, mailto:b@example.org; np=reject;"
        _dmarc TXT "other=text"
        sub._report._dmarc TXT "v=DMARC1"
        `,
      ),
    ],
  },
  check(context) {
    const { zone, report } = context;
    const sound = new Set<string>();
    for (const txt of textsAt(context, ["_dmarc"])) {
      if (sound.has(txt.text)) continue;
      if (/^v\s{0,9}=\s{0,9}DMARC1\s{0,9}(?:;|$)/.test(txt.text)) {
        if (!reportTagFaults(report, txt, dmarc)) sound.add(txt.text);
      } else if (/dmarc|(?:^|;)\s{0,9}p\s{0,9}=/i.test(txt.text)) reportUnread(report, txt);
      else if (zone.zone.rows(txt.owner, TYPE.TXT).length === 1) {
        const message = `"${shown(txt.text)}" is no DMARC record, which this name is for: it starts with "v=DMARC1;"`;
        report({ row: txt.row, span: txt.whole, message });
      }
    }
  },
} as const satisfies Rule;

/** Of a text that receivers skip, all that matters is its start. */
function reportUnread(
  report: Parameters<Rule["check"]>[0]["report"],
  txt: Parameters<typeof reportTagFaults>[1],
): void {
  let isSaid = false;
  reportTagFaults(
    (finding) => {
      if (!isSaid) report(finding);
      isSaid = true;
    },
    txt,
    dmarc,
  );
}
