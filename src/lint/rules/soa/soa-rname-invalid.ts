import type { Fix } from "../../../diagnostic/index.ts";
import { labelsOf, parentOf, type Soa, TYPE } from "../../../dns/index.ts";
import type { Token } from "../../../zonefile/index.ts";
import type { Finding, Rule } from "../../rule.ts";
import { soaExample, soaToken } from "../../soa/index.ts";
import type { World } from "../../world.ts";
import { addDot, dotEvidence, replaceSpan } from "../../writing/index.ts";
import type { LintZone } from "../../zone.ts";

export const soaRnameInvalid = {
  id: "soa-rname-invalid",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.SOA],
  summary: "A mailbox in the SOA that no mail reaches.",
  rfc: "RFC 1912 §2.2, RFC 2142 §7",
  explanation:
    "The second name of a SOA is the mailbox of who is responsible for the zone: its first label is the local part, " +
    "the rest the domain. Reported are a name of one label, a name without final dot that was completed with the " +
    "origin, and one whose domain does not exist in its own zone, most often because a dot in the local part was not " +
    "written \\. as it must be.",
  examples: {
    fail: [
      soaExample("no final dot", "ns1.example.com. hostmaster.example.org 1 4h 1h 14d 1h", {
        flags: ["soa-rname-invalid hostmaster.example.org"],
      }),
      soaExample("ann.lee@example.org", "ns1.example.com. ann.lee.example.org. 1 4h 1h 14d 1h", {
        flags: ["soa-rname-invalid ann.lee.example.org."],
      }),
      soaExample("no domain", "ns1.example.com. hostmaster. 1 4h 1h 14d 1h", {
        flags: ["soa-rname-invalid hostmaster."],
      }),
    ],
    pass: [
      soaExample("a mailbox of the zone", "ns1.example.com. hostmaster 1 4h 1h 14d 1h"),
      soaExample("a dot in the local part", "ns1.example.com. ann\\.lee.example.org. 1 4h 1h 14d 1h"),
    ],
  },
  check({ zone, world, report }) {
    const soa = zone.zone.soa();
    if (!soa) return;
    const token = soaToken(zone, soa.row, "rname");
    const fault = faultOf(zone, world, soa, token);
    if (fault) report({ row: soa.row, span: token?.span, ...fault });
  },
} as const satisfies Rule;

function faultOf(
  zone: LintZone,
  world: World,
  { rname }: Soa,
  token: Token | undefined,
): Pick<Finding, "message" | "fix"> | undefined {
  const missing = token && dotEvidence(world, zone, token, rname);
  if (missing) {
    const message = `"${token.text}" has no final dot and so means ${rname}; probably ${missing.meant} was meant`;
    return { message, fix: addDot(token) };
  }
  const [local, next, ...rest] = labelsOf(rname);
  if (next === undefined) {
    if (rname === "invalid.") return undefined;
    return {
      message: `${rname} is no mailbox: expected a local part and a domain, such as hostmaster.${zone.name}`,
    };
  }
  const domain = parentOf(rname)!;
  if (world.standing(domain, zone.view) !== "absent") return undefined;
  const message = `${rname} means the mailbox ${local}@${domain.slice(0, -1)}, whose domain does not exist`;
  if (world.standing(parentOf(domain)!, zone.view) !== "exists")
    return { message: `${message}: write one that does` };
  return {
    message: `${message}: a dot in the local part is written \\., so probably ${local}\\.${[next, ...rest].join(".")}. was meant`,
    fix: token && escapeFirstDot(token),
  };
}

function escapeFirstDot(token: Token): Fix | undefined {
  const at = token.text.replaceAll(/\\./g, "xx").indexOf(".");
  if (at < 0 || token.quoted) return undefined;
  const text = `${token.text.slice(0, at)}\\${token.text.slice(at)}`;
  return replaceSpan(`write ${text}`, token.span, text);
}
