import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { unknownLabels } from "../../names/index.ts";
import type { Rule } from "../../rule.ts";

/** What services make up: tokens, with digits or long. */
const isToken = /\d|^.{24}/;

export const underscoreUnregistered = {
  id: "underscore-unregistered",
  severity: "info",
  set: "all",
  structural: false,
  types: [TYPE.TXT, TYPE.SRV, TYPE.URI, TYPE.TLSA, TYPE.SVCB, TYPE.HTTPS],
  summary: "A name with an underscore that is not in the registry and not known otherwise.",
  rfc: "RFC 8552 §4",
  explanation:
    "IANA keeps a registry of names with underscores so that two uses of one do not collide. Many services use others " +
    "all the same; the finding helps to see a name that was mistyped. Names that look like tokens are let pass, and " +
    "so are aliases.",
  examples: {
    fail: [
      exampleOrg("a name of one's own", '_inventory TXT "rack 12" ;! underscore-unregistered _inventory'),
    ],
    pass: [
      exampleOrg(
        "known names, and a token",
        `
        _dmarc   TXT "v=DMARC1; p=none"
        _8f2c91  TXT "token"
        _proof   CNAME proof.example.net.
        `,
      ),
    ],
  },
  check({ zone: lintZone, report }) {
    const { zone } = lintZone;
    for (const { row, owner, text } of unknownLabels(zone)) {
      if (isToken.test(text)) continue;
      const rows = zone.rowsWire(owner, 0).filter((one) => isAbout(zone.type(one)));
      if (rows.every((one) => isSpf(zone.rdata(one)))) continue;
      report({
        row,
        span: lintZone.tokens(row)?.owner?.span,
        message: `${text} is neither in IANA's registry of underscored names nor in wide use: is it spelled as the software asks for it?`,
      });
    }
  },
} as const satisfies Rule;

/** Whether a record is an SPF record: those are included from any name. */
function isSpf(rdata: Uint8Array): boolean {
  return Buffer.from(rdata.subarray(1, 7)).toString("latin1").toLowerCase() === "v=spf1";
}

function isAbout(type: number): boolean {
  return (underscoreUnregistered.types as readonly number[]).includes(type);
}
