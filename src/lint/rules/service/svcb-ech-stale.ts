import { type Name, type RRset, TYPE } from "../../../dns/index.ts";
import { changeExample } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { bindingTypes, parameterKeys, parameterTokens, readBinding } from "../../service/index.ts";
import type { LintZone } from "../../zone.ts";

export const svcbEchStale = {
  id: "svcb-ech-stale",
  severity: "info",
  set: "strict",
  scope: "change",
  structural: false,
  types: bindingTypes,
  summary: "A change that replaces or removes the keys for encrypted client hello (ech).",
  rfc: "RFC 9848, RFC 9849",
  explanation:
    "Clients keep the old keys as long as the TTL says, and use them. The servers have to go on taking them until then: a " +
    "server that no longer knows them offers the new ones, one that gave up ECH makes each connection take another try.",
  examples: {
    fail: [
      changeExample("other keys", {
        before: "@ HTTPS 1 www.example.com. ech=AEX+DQBBAAAgACA=",
        now: "@ HTTPS 1 www.example.com. ech=AEX+DQBBBBBgACA= ;! svcb-ech-stale ech=AEX+DQBBBBBgACA=",
      }),
    ],
    pass: [
      changeExample("the same keys at another host", {
        before: "@ HTTPS 1 www.example.com. ech=AEX+DQBBAAAgACA=",
        now: "@ HTTPS 1 cdn.example.com. ech=AEX+DQBBAAAgACA=",
      }),
    ],
  },
  check({ zone, changes, report }) {
    for (const { owner, type, before, after } of changes()) {
      if (!bindingTypes.includes(type) || !before || !zone.before) continue;
      const had = echOf(zone.before, before);
      const has = after ? echOf(zone, after) : new Map<string, number>();
      const gone = [...had.keys()].filter((keys) => !has.has(keys));
      if (gone.length === 0) continue;
      const row = has.values().next().value ?? after?.rows[0];
      const span = row === undefined ? undefined : parameterTokens(zone, row, "ech")[0]?.span;
      report({ row, span, message: messageFor(owner, type, before.ttl, has.size > 0) });
    }
  },
} as const satisfies Rule;

function messageFor(owner: Name, type: number, ttl: number, hasNew: boolean): string {
  const what = hasNew ? "replaced" : "removed";
  const which = type === TYPE.HTTPS ? "HTTPS" : "SVCB";
  return `the ECH keys in ${which} of ${owner} are ${what}: clients go on using the old ones for ${ttl} seconds, so servers must take them`;
}

/** The values of ech in a set, with a row that has each. */
function echOf({ zone }: LintZone, { rows }: RRset): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of rows) {
    const keys = readBinding(row, zone.rdata(row)).parameters.get(parameterKeys.ech);
    if (keys) found.set(Buffer.from(keys).toString("base64"), row);
  }
  return found;
}
