import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { reportTagFaults, reportUris, type TagForm } from "../../mail/index.ts";
import { sharedOwners } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";
import { textsAt } from "../../txt/index.ts";
import { placeText, shown } from "../../writing/index.ts";

/** By the labels at the start of the names they stand at. */
const forms: readonly (readonly [labels: readonly string[], form: TagForm])[] = [
  [
    ["_mta-sts"],
    {
      what: "MTA-STS",
      version: "STSv1",
      required: ["id"],
      values: {
        id: (value) =>
          /^[a-z\d]{1,32}$/i.test(value)
            ? undefined
            : { message: `"${shown(value)}" is not 1 to 32 letters and digits`, instead: mendedId(value) },
      },
    },
  ],
  [
    ["_smtp", "_tls"],
    { what: "TLSRPT", version: "TLSRPTv1", required: ["rua"], values: { rua: reportUris } },
  ],
];

function mendedId(value: string): string | undefined {
  const id = value.replace(/[^a-z\d]/gi, "");
  return id.length > 0 && id.length <= 32 ? id : undefined;
}

export const mtaStsSyntax = {
  id: "mta-sts-syntax",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.TXT],
  summary: "An MTA-STS or TLS reporting record that senders cannot read.",
  rfc: "RFC 8461 §3.1, RFC 8460 §3",
  explanation:
    "Senders that find no valid record at `_mta-sts`, or several, take the domain to be without MTA-STS, and send without " +
    "checking certificates. The id is letters and digits, and has to change with the policy. Reports on TLS go to the " +
    "addresses at `_smtp._tls`.",
  examples: {
    fail: [
      exampleOrg(
        "slips with one right answer",
        `
        _mta-sts   TXT "v=STSv1; id=2026-01-01;" ;! mta-sts-syntax id=2026-01-01
        _smtp._tls TXT "v=TLSRPTv1; rua=tls@example.org" ;! mta-sts-syntax rua=tls@example.org
        `,
      ),
      exampleOrg(
        "no id, and two records",
        `
        _mta-sts     TXT "v=STSv1;" ;! mta-sts-syntax "v=STSv1;"
        _smtp._tls.a TXT "v=TLSRPTv1; rua=mailto:a@example.org"
        _smtp._tls.a TXT "v=TLSRPTv1; rua=mailto:b@example.org" ;! mta-sts-syntax "v=TLSRPTv1; rua=mailto:b@example.org"
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "both records",
        `
        _mta-sts   TXT "v=STSv1; id=20260101T000000;"
        _smtp._tls TXT "v=TLSRPTv1; rua=https://reports.example.org/tls,mailto:tls@example.org"
        `,
      ),
    ],
  },
  check(context) {
    const { zone, report } = context;
    for (const [labels, form] of forms) {
      const texts = textsAt(context, labels);
      for (const txt of texts) reportTagFaults(report, txt, form);
      const rows = texts.filter(({ text }) => text.startsWith(`v=${form.version}`)).map(({ row }) => row);
      for (const [first, ...others] of sharedOwners(zone.zone, rows)) {
        for (const row of others) {
          const message = `${zone.zone.owner(row)} has a ${form.what} record already, on ${placeText(zone.zone, first!, row)}: senders use neither`;
          report({ row, span: zone.tokens(row)?.rdata[0]?.span, message });
        }
      }
    }
  },
} as const satisfies Rule;
