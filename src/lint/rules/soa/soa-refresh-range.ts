import { formatDuration, TYPE } from "../../../dns/index.ts";
import type { Rule } from "../../rule.ts";
import { soaExample, soaSpot } from "../../soa/index.ts";

export const soaRefreshRange = {
  id: "soa-refresh-range",
  severity: "info",
  set: "strict",
  structural: false,
  types: [TYPE.SOA],
  summary: "A SOA whose refresh time is unusually short or long.",
  rfc: "RFC 1912 §2.2",
  explanation:
    "The refresh time is how often a secondary nameserver asks for a new serial when no NOTIFY (RFC 1996) reaches " +
    "it. A short one costs traffic; a long one lets a secondary that missed a NOTIFY serve old data for that long.",
  options: {
    least: { default: 1200, summary: "The shortest refresh time that is let pass, in seconds." },
    most: { default: 86_400, summary: "The longest refresh time that is let pass, in seconds." },
  },
  examples: {
    fail: [
      soaExample("ten minutes", "ns1.example.com. hostmaster.example.com. 1 10m 2m 14d 1h", {
        flags: ["soa-refresh-range 10m"],
      }),
      soaExample("two days", "ns1.example.com. hostmaster.example.com. 1 2d 1h 14d 30m", {
        flags: ["soa-refresh-range 2d"],
      }),
    ],
    pass: [soaExample("four hours", "ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h")],
  },
  check({ zone, number, report }) {
    const soa = zone.zone.soa();
    const [least, most] = [number("least"), number("most")];
    if (!soa || (soa.refresh >= least && soa.refresh <= most)) return;
    report({
      ...soaSpot(zone, soa.row, "refresh"),
      message: `refresh is ${formatDuration(soa.refresh)}: from ${formatDuration(least)} to ${formatDuration(most)} is usual`,
    });
  },
} as const satisfies Rule;
