import { labelsOf, type Name, parentOf, TYPE, typeName } from "../../../dns/index.ts";
import { exampleOrg, exampleZone } from "../../example.ts";
import { type HostName, hostNamesWith, hostNameTypes } from "../../names/index.ts";
import type { Rule } from "../../rule.ts";

/** Names with addresses that are no hosts, but that Active Directory and SPF (RFC 7208 §5.7) ask for; BIND knows them too. */
const exempt = /^gc\._msdcs\.|(?:^|\.)_spf(?:_verify|_rate)?\./i;

export const hostnameChars = {
  id: "hostname-chars",
  severity: "warning",
  mostSevere: "error",
  set: "recommended",
  structural: false,
  types: hostNameTypes,
  summary: "A name of a host with characters other than letters, digits and hyphens.",
  rfc: "RFC 952, RFC 1123 §2.1",
  explanation:
    "The DNS carries any name, but programs that connect to hosts do not: browsers, mail servers and certificates " +
    "take letters, digits and hyphens only. BIND refuses a primary zone with such an owner of an address or MX record " +
    "unless check-names says otherwise. In a nameserver, mail host or service host it is an error. The domain of a " +
    "mailbox (SOA, RP, MINFO) is that of a host too, and so is what a reverse zone points at.",
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
      exampleOrg(
        "the domain of a mailbox",
        "@ RP ann.lee_labs.example.net. . ;! hostname-chars ann.lee_labs.example.net.",
      ),
      {
        title: "what a reverse zone points at",
        zones: [
          exampleZone(
            "2.0.192.in-addr.arpa.",
            "7 PTR my_host.example.net. ;! hostname-chars my_host.example.net.",
          ),
        ],
      },
    ],
    pass: [
      exampleOrg(
        "hosts, a wildcard, and names that are no hosts",
        `
        my-host  A    192.0.2.1
        *.apps   A    192.0.2.2
        gc._msdcs A   192.0.2.3
        _dmarc   TXT  "v=DMARC1; p=none"
        @        RP   ann_lee.example.net. .
        _ipp._tcp PTR My\\032Printer._ipp._tcp
        My\\032Printer._ipp._tcp TXT "txtvers=1"
        `,
      ),
    ],
  },
  check({ zone, once, report }) {
    for (const { row, as, name, token } of hostNamesWith({ once }, "character")) {
      if (as === "owner" && exempt.test(name)) continue;
      const type = zone.zone.type(row);
      const host = as === "mailbox" ? parentOf(name)! : name;
      report({
        row,
        span: token?.span,
        ...(as === "target" && reached.includes(type) && { severity: "error" as const }),
        message: `${host} ${uses[as](typeName(type))}, but ${oddPart(host)} is not of letters, digits and hyphens: no host name`,
      });
    }
  },
} as const satisfies Rule;

/** Types that others follow to connect: a name that programs refuse is a server that nobody reaches. */
const reached: readonly number[] = [TYPE.NS, TYPE.MX, TYPE.SRV];

const uses: Record<HostName["as"], (type: string) => string> = {
  owner: () => "has an address or gets mail",
  target: (type) => `is what ${type} points at`,
  mailbox: (type) => `is the domain of a mailbox in ${type}`,
};

function oddPart(name: Name): string {
  return (
    labelsOf(name).find((label, at) => !/^[A-Za-z0-9-]+$/.test(label) && (at > 0 || label !== "*")) ?? name
  );
}
