import { TYPE } from "../../../dns/index.ts";
import { atField, readParameters } from "../../dnssec/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const nsec3Iterations = {
  id: "nsec3-iterations",
  severity: "warning",
  mostSevere: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.NSEC3PARAM],
  options: {
    most: {
      default: 100,
      summary: "Iterations above which resolvers are taken to refuse the zone: an error.",
    },
  },
  summary: "NSEC3 with iterations, which keep resolvers busy and hide nothing.",
  rfc: "RFC 9276 §3.1",
  explanation:
    "Iterations cost every resolver and server time, and names can be guessed nevertheless. Resolvers treat zones with " +
    "more than 100 as unsigned, or refuse them; many lower that. Sign the zone with 0 iterations.",
  examples: {
    fail: [
      exampleOrg("150 iterations", "@ NSEC3PARAM 1 0 150 - ;! nsec3-iterations 150"),
      exampleOrg("a few", "@ NSEC3PARAM 1 0 5 - ;! nsec3-iterations 5"),
    ],
    pass: [exampleOrg("none", "@ NSEC3PARAM 1 0 0 -")],
  },
  check({ zone, rowsOf, number, report }) {
    const most = number("most");
    for (const row of rowsOf(TYPE.NSEC3PARAM)) {
      const iterations = readParameters(zone.zone, row)?.iterations ?? 0;
      if (iterations === 0) continue;
      const isRefused = iterations > most;
      const then = isRefused
        ? "resolvers treat a zone with so many as unsigned, or refuse it"
        : "they cost time and hide nothing, and resolvers allow ever fewer";
      report({
        ...atField(zone, row, 2),
        message: `${iterations} iterations: ${then}; sign the zone with 0`,
        severity: isRefused ? "error" : "info",
      });
    }
  },
} as const satisfies Rule;
