import type { Token } from "../../../zonefile/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { targetsWith, targetTokenOf } from "../../targets/index.ts";
import { ownerLabelsWith } from "../../tree/index.ts";
import { replaceSpan } from "../../writing/index.ts";

export const urlOrPortInName = {
  id: "url-or-port-in-name",
  severity: "error",
  set: "recommended",
  structural: false,
  summary: "A name with a scheme, a port or a path of a URL in it.",
  rfc: "RFC 1123 §2.1",
  explanation:
    "A record points at a host, not at a page: the DNS takes https:// and /path for parts of a name that exists " +
    "nowhere. Keep the host name. To send visitors to a page, let a web server redirect; for a port there are SRV " +
    "and HTTPS records.",
  supersedes: [
    "hostname-chars",
    "missing-trailing-dot-target",
    "cname-dangling",
    "srv-target-no-address",
    "mx-target-no-address",
    "ns-target-no-address",
  ],
  examples: {
    fail: [
      exampleOrg(
        "pasted from the address bar",
        `
        shop CNAME https://shops.example.net/acme ;! url-or-port-in-name https://shops.example.net/acme
        api  CNAME backend.example.net:8443 ;! url-or-port-in-name backend.example.net:8443
        https://blog A 192.0.2.1 ;! url-or-port-in-name https://blog
        `,
      ),
    ],
    pass: [
      exampleOrg("a host", "shop CNAME shops.example.net."),
      {
        title: "a slash in a reverse zone, as RFC 2317 has it",
        zones: [
          {
            origin: "2.0.192.in-addr.arpa.",
            text: "$TTL 1h\n@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n0/25 NS ns1.example.net.\n0/25 NS ns2.example.net.\n1 CNAME 1.0/25\n",
          },
        ],
      },
    ],
  },
  check({ zone: lintZone, report }) {
    const { zone } = lintZone;
    const tell = (row: number, token: Token | undefined) => {
      const host = token && hostIn(token.text);
      if (host === undefined) return;
      report({
        row,
        span: token!.span,
        message: `"${token!.text}" is read as a name, in which a scheme, a port or a path is only more characters: write the host, ${host}`,
        fix: replaceSpan(`write ${host}`, token!.span, host),
      });
    };
    for (const { row, text } of ownerLabelsWith(zone, ":"))
      if (text.includes("://")) tell(row, lintZone.tokens(row)?.owner);
    for (const row of targetsWith(zone, ":/")) tell(row, targetTokenOf(lintZone, row));
  },
} as const satisfies Rule;

/** The host of what is a URL or a part of one; undefined where it is a name, such as 1.0/25 of a reverse zone. */
function hostIn(text: string): string | undefined {
  const [, scheme, host, port, path] =
    /^(?:([a-z][a-z0-9+-]*):\/\/)?([\w.-]+)(:\d+\.?)?(\/.*)?$/i.exec(text) ?? [];
  if (host === undefined || (scheme ?? port ?? path) === undefined) return undefined;
  if (scheme === undefined && port === undefined && !/[a-z]\.?$/i.test(host)) return undefined;
  return host.includes(".") && !host.endsWith(".") ? `${host}.` : host;
}
