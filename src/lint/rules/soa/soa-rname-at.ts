import { TYPE } from "../../../dns/index.ts";
import type { Rule } from "../../rule.ts";
import { soaExample, soaToken } from "../../soa/index.ts";
import { replaceSpan } from "../../writing/index.ts";

export const soaRnameAt = {
  id: "soa-rname-at",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.SOA],
  summary: "A mail address with @ in the SOA, where it is written with a dot.",
  rfc: "RFC 1035 §3.3.13, §8",
  explanation:
    "In a SOA the mailbox is written as a name: hostmaster@example.org is hostmaster.example.org. with a final dot. " +
    'An "@" inside a name is an ordinary character: Knot DNS refuses it, others serve an address that nobody has. A ' +
    "dot before the @ is written \\. so that it does not end the local part.",
  supersedes: ["soa-rname-invalid", "hostname-chars"],
  examples: {
    fail: [
      soaExample("as in a mail program", "ns1.example.com. hostmaster@example.com. 1 4h 1h 14d 1h", {
        flags: ["soa-rname-at hostmaster@example.com."],
      }),
      soaExample(
        "no final dot, and a dot in the local part",
        "ns1.example.com. ann.lee@example.com 1 4h 1h 14d 1h",
        {
          flags: ["soa-rname-at ann.lee@example.com"],
        },
      ),
    ],
    pass: [soaExample("dots", "ns1.example.com. ann\\.lee.example.com. 1 4h 1h 14d 1h")],
  },
  check({ zone, report }) {
    const soa = zone.zone.soa();
    const token = soa && soaToken(zone, soa.row, "rname");
    if (!token || token.quoted || token.text === "@") return;
    const at = token.text.replaceAll(/\\./g, "xx").indexOf("@");
    if (at < 0) return;
    const written = asName(token.text.slice(0, at), token.text.slice(at + 1));
    report({
      row: soa.row,
      span: token.span,
      message: `"${token.text}" is read as the name ${soa.rname}: in a SOA the mailbox is written ${written}`,
      fix: replaceSpan(`write ${written}`, token.span, written),
    });
  },
} as const satisfies Rule;

/** The name for a mailbox; a domain of several labels is taken to be meant in full. */
function asName(local: string, domain: string): string {
  const escaped = local.replaceAll(/\\.|\./g, (part) => (part === "." ? "\\." : part));
  const full = domain.includes(".") && !domain.endsWith(".") ? `${domain}.` : domain;
  return domain === "" ? escaped : `${escaped}.${full}`;
}
