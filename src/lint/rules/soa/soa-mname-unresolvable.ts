import { TYPE } from "../../../dns/index.ts";
import type { Rule } from "../../rule.ts";
import { soaExample, soaToken } from "../../soa/index.ts";
import { addDot, dotEvidence } from "../../writing/index.ts";

export const soaMnameUnresolvable = {
  id: "soa-mname-unresolvable",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.SOA],
  summary: "A primary nameserver in the SOA that has no address.",
  rfc: "RFC 1035 §3.3.13",
  explanation:
    "Dynamic updates (RFC 2136), and tools that look for the primary, go to the first name of the SOA. Reported is a " +
    "name that a zone of the repository should have and that has no A or AAAA record there, often because its final " +
    "dot was forgotten.",
  supersedes: ["soa-mname-not-ns"],
  examples: {
    fail: [
      soaExample("a nameserver that is gone", "gone hostmaster.example.com. 1 4h 1h 14d 1h", {
        flags: ["soa-mname-unresolvable gone"],
      }),
      soaExample("no final dot", "ns1.example.com hostmaster.example.com. 1 4h 1h 14d 1h", {
        flags: ["soa-mname-unresolvable ns1.example.com"],
      }),
    ],
    pass: [soaExample("a name of another zone", "ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h")],
  },
  check({ zone, world, report }) {
    const soa = zone.zone.soa();
    if (!soa || soa.mname === ".") return;
    const found = world.addresses(soa.mname, zone.view);
    if (found !== "none" && found !== "absent") return;
    const token = soaToken(zone, soa.row, "mname");
    const dot = token && dotEvidence(world, zone, token, soa.mname);
    const what = found === "absent" ? "does not exist" : "has no A or AAAA record";
    report({
      row: soa.row,
      span: token?.span,
      message: dot
        ? `"${token.text}" has no final dot and so means ${soa.mname}, which ${what}; probably ${dot.meant} was meant`
        : `${soa.mname} is named as the primary, but ${what}: name one that has`,
      fix: dot && addDot(token),
    });
  },
} as const satisfies Rule;
