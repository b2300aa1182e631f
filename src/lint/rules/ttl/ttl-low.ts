import { exampleOrg } from "../../example.ts";
import { oddTtls } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";

export const ttlLow = {
  id: "ttl-low",
  severity: "info",
  mostSevere: "warning",
  set: "strict",
  structural: false,
  summary: "A TTL so short that nearly every question reaches the nameservers.",
  rfc: "RFC 1912 §2.2",
  explanation:
    "Each resolver asks again after the TTL: under a minute that is load and waiting for little gain, as many " +
    "resolvers keep answers longer anyway. A TTL of 0, which is a warning, means that nothing is to be kept at all, " +
    "and some resolvers and clients handle it badly. Of records that have their TTL from $TTL only the first is reported.",
  options: { least: { default: 60, summary: "The shortest TTL that is let pass, in seconds." } },
  examples: {
    fail: [
      exampleOrg(
        "half a minute, and nothing",
        `
        www 30 A 192.0.2.1 ;! ttl-low 30
        api 0s A 192.0.2.2 ;! ttl-low 0s
        `,
      ),
    ],
    pass: [exampleOrg("a minute", "www 1m A 192.0.2.1")],
  },
  check({ zone, number, report }) {
    const least = number("least");
    for (const { row, ttl, token } of oddTtls(zone, (seconds) => seconds < least)) {
      report({
        row,
        span: token?.span,
        ...(ttl === 0 && { severity: "warning" as const }),
        message:
          ttl === 0
            ? "a TTL of 0 means that nobody keeps the answer: every question reaches the nameservers"
            : `a TTL of ${ttl} s makes resolvers ask again all the time: ${least} s or more are usual`,
      });
    }
  },
} as const satisfies Rule;
