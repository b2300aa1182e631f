import { labelsOf, type Name, nameFromWire, TYPE, typeName } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { hostNamesWith } from "../../host-names.ts";
import { targetTokenOf } from "../../records.ts";
import { targetPlaces } from "../../references.ts";
import type { Rule } from "../../rule.ts";

/** Names with addresses that are no hosts, but that Active Directory and SPF (RFC 7208 §5.7) ask for; BIND knows them too. */
const exempt = /^gc\._msdcs\.|(?:^|\.)_spf(?:_verify|_rate)?\./i;

export const hostnameChars = {
  id: "hostname-chars",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.A, TYPE.AAAA, TYPE.MX, TYPE.NS, TYPE.SRV],
  summary: "A name of a host with characters other than letters, digits and hyphens.",
  rfc: "RFC 952, RFC 1123 §2.1",
  explanation:
    "The DNS carries any name, but programs that connect to hosts do not: browsers, mail servers and certificates " +
    "take letters, digits and hyphens only. BIND refuses a primary zone with such an owner of an address or MX record " +
    "unless check-names says otherwise. In a nameserver, mail host or service host it is an error.",
  examples: {
    fail: [
      exampleOrg(
        "an underscore, and a space",
        `
        my_host    A 192.0.2.1 ;! hostname-chars my_host
        my\\032pc  A 192.0.2.2 ;! hostname-chars my\\032pc
        @          MX 10 mail_in.example.net. ;! hostname-chars mail_in.example.net.
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "hosts, a wildcard, and names that are no hosts",
        `
        my-host  A    192.0.2.1
        *.apps   A    192.0.2.2
        gc._msdcs A   192.0.2.3
        _dmarc   TXT  "v=DMARC1; p=none"
        `,
      ),
    ],
  },
  check({ zone: lintZone, rowsOf, report }) {
    const { zone } = lintZone;
    for (const { row, as } of hostNamesWith(zone, rowsOf, "character")) {
      const name =
        as === "owner"
          ? zone.owner(row)
          : nameFromWire(zone.rdata(row), targetPlaces.get(zone.type(row))!.offset).name;
      if (as === "owner" && exempt.test(name)) continue;
      const token = as === "owner" ? lintZone.tokens(row)?.owner : targetTokenOf(lintZone, row);
      const use =
        as === "owner" ? "has an address or gets mail" : `is what ${typeName(zone.type(row))} points at`;
      report({
        row,
        span: token?.span,
        ...(as === "target" && { severity: "error" as const }),
        message: `${name} ${use}, but ${oddPart(name)} is not of letters, digits and hyphens: no host name`,
      });
    }
  },
} as const satisfies Rule;

function oddPart(name: Name): string {
  return (
    labelsOf(name).find((label, at) => !/^[A-Za-z0-9-]+$/.test(label) && (at > 0 || label !== "*")) ?? name
  );
}
