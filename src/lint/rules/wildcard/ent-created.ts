import { isAtOrBelow, nameFromWire, nameToWire, parseName } from "../../../dns/index.ts";
import { changeExample } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { isUnderscored, topmostNew } from "../../tree/index.ts";

const arpa = parseName("arpa.");

export const entCreated = {
  id: "ent-created",
  severity: "info",
  set: "all",
  structural: false,
  scope: "change",
  summary: "A new name that makes a name above it exist without records.",
  rfc: "RFC 8020, RFC 4592 §2.2.2",
  explanation:
    "A name exists as soon as a name below it does: questions for it are then answered with no data instead of no " +
    "such name, which some software treats differently, and no wildcard answers for it. Nothing is wrong with it; " +
    "it is said so that nobody is surprised.",
  examples: {
    fail: [
      changeExample("two labels at once", {
        before: "",
        now: "web.lon A 192.0.2.1 ;! ent-created web.lon",
      }),
    ],
    pass: [
      changeExample("the name above has records", {
        before: "lon A 192.0.2.1",
        now: "lon A 192.0.2.1\nweb.lon A 192.0.2.2",
      }),
      changeExample("names with underscores", {
        before: "www A 192.0.2.1",
        now: "www A 192.0.2.1\n_sip._tcp SRV 0 0 5060 www",
      }),
    ],
  },
  check({ zone: lintZone, changes, report }) {
    const [before, now] = [lintZone.before!.zone, lintZone.zone];
    if (isAtOrBelow(lintZone.name, arpa)) return;
    const told = new Set<string>();
    for (const { owner, after } of changes()) {
      if (!after) continue;
      const name = nameToWire(owner);
      const at = topmostNew(before, name);
      if (!at || isUnderscored(name, at) || now.hasWire(name, at)) continue;
      const made = nameFromWire(name, at).name;
      if (told.has(made)) continue;
      told.add(made);
      const row = after.rows[0]!;
      report({
        row,
        span: lintZone.tokens(row)?.owner?.span,
        message: `${made} exists from now on, without records: questions for it get no data instead of "no such name"`,
      });
    }
  },
} as const satisfies Rule;
