import { labelsOf, TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { shown } from "../../writing/index.ts";

export const uriTarget = {
  id: "uri-target",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.URI],
  summary: "A URI record whose data is no URI, or whose name has no service label.",
  rfc: "RFC 7553 §4.1, RFC 3986 §3.1",
  explanation:
    "The data is a whole URI with its scheme, and clients look for it at a name that starts with a service, such as " +
    "`_ftp._tcp`. A record at any other name is never asked for.",
  examples: {
    fail: [
      exampleOrg(
        "no scheme, nothing at all, and a plain name",
        `
        _ftp._tcp  URI 10 1 "ftp.example.org/public" ;! uri-target "ftp.example.org/public"
        _http._tcp URI 10 1 "" ;! uri-target ""
        plain      URI 10 1 "https://www.example.org/" ;! uri-target plain
        `,
      ),
    ],
    pass: [exampleOrg("a URI", '_ftp._tcp URI 10 1 "ftp://ftp.example.org/public"')],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.URI)) {
      const uri = Buffer.from(zone.zone.rdata(row).subarray(4)).toString("latin1");
      const owner = zone.zone.owner(row);
      const tokens = zone.tokens(row);
      if (!/^[a-z][a-z\d+.-]{0,60}:[!-~]+$/i.test(uri)) {
        const message =
          uri === "" ? "the URI is empty" : `"${shown(uri)}" is no URI: a scheme and a colon come first`;
        const span = tokens?.rdata[0]?.text === "\\#" ? undefined : tokens?.rdata[2]?.span;
        report({ row, span, message });
      }
      if (labelsOf(owner).some((label) => label.startsWith("_"))) continue;
      const message = `clients never ask for URI at ${owner}: the name starts with a service, as _ftp._tcp does`;
      report({ row, span: tokens?.owner?.span, message });
    }
  },
} as const satisfies Rule;
