import { TYPE } from "../../../dns/index.ts";
import { atField, Few, OPT_OUT, readParameters, SHA1 } from "../../dnssec/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const nsec3Params = {
  id: "nsec3-params",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.NSEC3, TYPE.NSEC3PARAM],
  summary: "NSEC3 or NSEC3PARAM with a hash algorithm or flags that do not exist.",
  rfc: "RFC 5155 §3.1, §4.1",
  explanation:
    "There is one hash algorithm, 1 (SHA-1), and one flag, opt-out, which NSEC3 records may have and NSEC3PARAM may not. " +
    "Servers and resolvers ignore records with others, so that nothing proves what does not exist. Sign the zone again.",
  examples: {
    fail: [
      exampleOrg("opt-out in the parameters", "@ NSEC3PARAM 1 01 0 - ;! nsec3-params 01"),
      exampleOrg("another algorithm", "@ NSEC3PARAM 2 0 0 - ;! nsec3-params 2"),
    ],
    pass: [exampleOrg("SHA-1, no flags", "@ NSEC3PARAM 1 0 0 -")],
  },
  check({ zone, rowsOf, report }) {
    const few = new Few(report);
    for (const row of rowsOf(TYPE.NSEC3, TYPE.NSEC3PARAM)) {
      const parameters = readParameters(zone.zone, row);
      if (!parameters) continue;
      const { algorithm, flags } = parameters;
      if (algorithm !== SHA1)
        few.add(() => ({
          ...atField(zone, row, 0),
          message: `there is no hash algorithm ${algorithm}: the record is ignored; sign the zone with 1 (SHA-1)`,
        }));
      const allowed = zone.zone.type(row) === TYPE.NSEC3 ? OPT_OUT : 0;
      if ((flags & ~allowed) === 0) continue;
      few.add(() => ({
        ...atField(zone, row, 1),
        message:
          allowed === 0
            ? `the flags of NSEC3PARAM are 0, and here ${flags}: servers ignore the record; opt-out is for the NSEC3 records`
            : `the flags of NSEC3 are 0, or 1 for opt-out, and here ${flags}: resolvers ignore the record; sign the zone again`,
      }));
    }
    few.done();
  },
} as const satisfies Rule;
