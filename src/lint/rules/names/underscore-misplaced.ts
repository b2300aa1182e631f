import { labelsOf, type Name, nameKey, TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { placeFor } from "../../mail/index.ts";
import type { Rule } from "../../rule.ts";
import { replaceSpan } from "../../writing/index.ts";
import type { LintZone } from "../../zone.ts";

export const underscoreMisplaced = {
  id: "underscore-misplaced",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.TXT],
  summary: "A policy or key for mail that stands at a name where nobody looks for it.",
  rfc: "RFC 8552 §1, RFC 7489 §6.1, RFC 6376 §3.6.2.1",
  explanation:
    "A DMARC policy is looked for at _dmarc, in front of the domain; a DKIM key at <selector>._domainkey; the " +
    "policies of MTA-STS and TLS reporting at _mta-sts and _smtp._tls; a BIMI record at <selector>._bimi. Without the " +
    "underscore, in another order or at the domain itself the record is never asked for. Names that an alias of the " +
    "zone leads to are let pass.",
  examples: {
    fail: [
      exampleOrg(
        "without underscore, at the domain, in the wrong order",
        `
        dmarc           TXT "v=DMARC1; p=none" ;! underscore-misplaced dmarc
        @               TXT "v=STSv1; id=20260101" ;! underscore-misplaced @
        mail.domainkey  TXT "v=DKIM1; p=" ;! underscore-misplaced mail.domainkey
        www._dmarc      TXT "v=DMARC1; p=none" ;! underscore-misplaced www._dmarc
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "where it is looked for",
        `
        _dmarc           TXT "v=DMARC1; p=none"
        _dmarc.www       TXT "v=DMARC1; p=none"
        mail._domainkey  TXT "v=DKIM1; p="
        example.net._report._dmarc TXT "v=DMARC1"
        `,
      ),
    ],
  },
  check({ zone: lintZone, rowsOf, references, report }) {
    const { zone } = lintZone;
    const { rdata, rdataStart } = zone.columns;
    let aliased: ReadonlySet<Name> | undefined;
    for (const row of rowsOf(TYPE.TXT)) {
      const at = rdataStart[row]!;
      // "v=", the start of all of them.
      if (rdata[at + 1] !== 0x76 || rdata[at + 2] !== 0x3d) continue;
      const owner = zone.ownerKey(row);
      const labels = labelsOf(owner).slice(0, labelsOf(owner).length - labelsOf(zone.apex).length);
      const text = Buffer.from(rdata.subarray(at + 1, at + 1 + rdata[at]!)).toString("latin1");
      const place = placeFor(text, labels);
      if (!place) continue;
      aliased ??= new Set(references(TYPE.CNAME).map(({ target }) => nameKey(target)));
      if (aliased.has(owner)) continue;
      const token = lintZone.tokens(row)?.owner;
      const isPlain = token?.text.toLowerCase() === (labels.join(".") || "@") && place.labels !== undefined;
      const written = place.labels?.join(".");
      const canMove = isPlain && !inherits(lintZone, row + 1);
      report({
        row,
        span: token?.span,
        message: `${place.what} is looked for at ${place.where}, not at ${owner}: nobody finds it here`,
        fix: token && canMove ? replaceSpan(`write ${written}`, token.span, written!) : undefined,
      });
    }
  },
} as const satisfies Rule;

/** Whether a record takes its owner from the record before it, and so would move with it. */
function inherits({ zone, tokens }: LintZone, row: number): boolean {
  return row < zone.size && tokens(row)?.owner === undefined;
}
