import type { Fix } from "../../../diagnostic/index.ts";
import { labelsOf, type Name, nameKey, TYPE, type Zone } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { replaceSpan } from "../../writing/index.ts";
import type { LintZone } from "../../zone.ts";

export const srvOwner = {
  id: "srv-owner",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.SRV],
  summary: "A service (SRV) at a name without a service and a protocol at its start.",
  rfc: "RFC 2782, RFC 6335 §5.1",
  explanation:
    "Clients ask for `_service._protocol.domain`, with the underscores. A record at any other name is never asked for. " +
    "Names of DNS-SD instances, which have one label more before these, are right too.",
  examples: {
    fail: [
      exampleOrg(
        "without underscores",
        `
        sip.tcp  SRV 0 0 5060 sip ;! srv-owner sip.tcp
        _sip.tls SRV 0 0 5061 sip ;! srv-owner _sip.tls
        sip      A   192.0.2.1
        `,
      ),
      exampleOrg("without protocol", "@ SRV 0 0 5060 sip ;! srv-owner @\nsip A 192.0.2.1"),
    ],
    pass: [
      exampleOrg(
        "a service, for all names, of an instance and of a domain controller",
        `
        _sip._tcp             SRV 0 0 5060 host
        *._tcp                SRV 0 0 5060 host
        Printer._ipp._tcp     SRV 0 0 631  host
        _ldap._tcp.dc._msdcs  SRV 0 0 389  host
        host                  A   192.0.2.1
        `,
      ),
    ],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.SRV)) {
      // Most are `_service._protocol`: no name is made for them.
      if (startsWithService(zone.zone, row)) continue;
      const owner = zone.zone.owner(row);
      const [first = "", second = "", third = ""] = labelsOf(owner);
      const isService =
        second.startsWith("_") && (first.startsWith("_") || first === "*" || third.startsWith("_"));
      if (isService) continue;
      const message = `clients never ask for SRV at ${owner}: the name starts with a service and a protocol, as _sip._tcp does`;
      report({ row, span: zone.tokens(row)?.owner?.span, message, fix: addUnderscores(zone, row, owner) });
    }
  },
} as const satisfies Rule;

/** Whether the first two labels start with an underscore. */
function startsWithService({ columns: { owner, names } }: Zone, row: number): boolean {
  const { octets, start } = names;
  const at = start[owner[row]!]!;
  const length = octets[at]!;
  const second = at + length + 1;
  return (
    length > 1 && octets[at + 1] === UNDERSCORE && octets[second]! > 1 && octets[second + 1] === UNDERSCORE
  );
}

const UNDERSCORE = 0x5f;

const protocols: readonly string[] = ["tcp", "udp", "tls", "sctp", "dccp"];

/** Where the two labels are there, and only lack the underscores. */
function addUnderscores(zone: LintZone, row: number, owner: Name): Fix | undefined {
  const token = zone.tokens(row)?.owner;
  const [first = "", second = "", ...rest] = token?.text.split(".") ?? [];
  const isWritten = nameKey(owner).startsWith(`${first}.${second}`.toLowerCase());
  if (!token || !isWritten || !/^_?[a-z\d-]+$/i.test(first)) return undefined;
  if (!protocols.includes(second.toLowerCase().replace(/^_/, ""))) return undefined;
  const text = [
    ...[first, second].map((label) => (label.startsWith("_") ? label : `_${label}`)),
    ...rest,
  ].join(".");
  return replaceSpan(`name it ${text}`, token.span, text);
}
