import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { bindings, bindingTokens, parameterKeys } from "../../service/index.ts";
import { ownerStartsWith } from "../../tree/index.ts";

export const svcbAlpnMissing = {
  id: "svcb-alpn-missing",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.SVCB],
  summary:
    "A DNS service (SVCB at `_dns`) that does not say its protocols, or lacks the path for DNS over HTTPS.",
  rfc: "RFC 9461 §4.1, RFC 9461 §5",
  explanation:
    "A DNS server has no protocol by default: without alpn clients skip the record. With h2 or h3 the path of DNS over " +
    "HTTPS has to be there too: `dohpath=/dns-query{?dns}`.",
  examples: {
    fail: [
      exampleOrg(
        "no alpn, and no path",
        `
        _dns   SVCB 1 dns.example.com. port=853 ;! svcb-alpn-missing dns.example.com.
        _dns.a SVCB 1 dns.example.com. alpn=h2 ;! svcb-alpn-missing dns.example.com.
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "DNS over TLS, and over HTTPS",
        `
        _dns SVCB 1 dns.example.com. alpn=dot
        _dns SVCB 2 dns.example.com. alpn=h2,h3 dohpath=/dns-query{?dns}
        `,
      ),
    ],
  },
  check(context) {
    const { zone, report } = context;
    for (const { row, priority, parameters } of bindings(context)) {
      if (priority === 0 || zone.zone.type(row) !== TYPE.SVCB || !ownerStartsWith(zone.zone, row, ["_dns"]))
        continue;
      const alpn = protocolsOf(parameters.get(parameterKeys.alpn));
      const http = alpn.find((protocol) => protocol === "h2" || protocol === "h3");
      const message =
        alpn.length === 0
          ? "a DNS server has no protocol by default: without alpn (dot, doq, h2 …) clients skip this record"
          : http && !parameters.has(parameterKeys.dohpath)
            ? `${http} is DNS over HTTPS, and its path is missing: add dohpath=/dns-query{?dns}, or the path it has`
            : undefined;
      if (message) report({ row, span: bindingTokens(zone, row)[1]?.span, message });
    }
  },
} as const satisfies Rule;

/** The value of alpn: strings, each with its length before it. */
function protocolsOf(value: Uint8Array = new Uint8Array()): string[] {
  const found: string[] = [];
  for (let at = 0; at < value.length; at += 1 + value[at]!)
    found.push(Buffer.from(value.subarray(at + 1, at + 1 + value[at]!)).toString("latin1"));
  return found;
}
