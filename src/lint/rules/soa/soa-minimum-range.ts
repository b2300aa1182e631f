import { formatDuration, TYPE } from "../../../dns/index.ts";
import type { Rule } from "../../rule.ts";
import { soaExample, soaSpot } from "../../soa/index.ts";

export const soaMinimumRange = {
  id: "soa-minimum-range",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.SOA],
  summary: "A SOA whose last number, the TTL of negative answers, is very short or very long.",
  rfc: "RFC 2308 §5",
  explanation:
    "The last number of a SOA once was the default TTL. Since RFC 2308 it says for how long resolvers may keep the " +
    "answer that a name or type does not exist: with a long one, a name that was asked for too early stays unknown " +
    "for that long after it was added. One to three hours are usual; the default TTL is set with $TTL.",
  options: {
    least: { default: 30, summary: "The shortest negative TTL that is let pass, in seconds." },
    most: { default: 86_400, summary: "The longest negative TTL that is let pass, in seconds." },
  },
  examples: {
    fail: [
      soaExample(
        "a week, as if it were the default TTL",
        "ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 604800",
        {
          flags: ["soa-minimum-range 604800"],
        },
      ),
      soaExample("no time at all", "ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 0", {
        flags: ["soa-minimum-range 0"],
      }),
    ],
    pass: [soaExample("half an hour", "ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 30m")],
  },
  check({ zone, number, report }) {
    const soa = zone.zone.soa();
    const [least, most] = [number("least"), number("most")];
    if (!soa || (soa.minimum >= least && soa.minimum <= most)) return;
    const what =
      soa.minimum < least
        ? "every question for a name that does not exist comes back to the nameservers"
        : "resolvers may go on saying for that long that a new name does not exist";
    report({
      ...soaSpot(zone, soa.row, "minimum"),
      message: `the negative TTL, last in the SOA, is ${formatDuration(soa.minimum)}: ${what}; 1 to 3 hours are usual`,
    });
  },
} as const satisfies Rule;
