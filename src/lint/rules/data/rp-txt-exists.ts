import { nameFromWire, TYPE, wireNameLength } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { resolve } from "../../world.ts";

export const rpTxtExists = {
  id: "rp-txt-exists",
  severity: "info",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: [TYPE.RP],
  summary: "A record of who is responsible (RP) that names TXT records which are not there.",
  rfc: "RFC 1183 §2.2",
  explanation:
    "The second name of RP has TXT records about the person. Add them, or write `.` where there is nothing to say.",
  examples: {
    fail: [exampleOrg("a name that is gone", "www RP joe.example.org. joe-text ;! rp-txt-exists joe-text")],
    pass: [
      exampleOrg(
        "text, and none",
        `
        www      RP  joe.example.org. joe-text
        ftp      RP  joe.example.org. .
        joe-text TXT "Joe, room 5"
        `,
      ),
    ],
  },
  check({ zone, world, rowsOf, report }) {
    for (const row of rowsOf(TYPE.RP)) {
      const rdata = zone.zone.rdata(row);
      const { name } = nameFromWire(rdata, wireNameLength(rdata, 0));
      const found = name === "." ? undefined : resolve(world, zone.view, name, TYPE.TXT);
      if (!found || found.rdata.length > 0) continue;
      const tokens = zone.tokens(row)?.rdata;
      const span = tokens?.[0]?.text === "\\#" ? undefined : tokens?.[1]?.span;
      const what = found.exists ? "has no TXT record" : "does not exist";
      report({ row, span, message: `${name} ${what}: write "." where there is no text` });
    }
  },
} as const satisfies Rule;
