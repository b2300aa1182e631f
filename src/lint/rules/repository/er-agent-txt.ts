import { isWildcard, TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { ownersWith } from "../../tree/index.ts";

export const erAgentTxt = {
  id: "er-agent-txt",
  severity: "info",
  set: "all",
  structural: false,
  summary:
    "Names below _er, as of an agent for DNS error reports, without the wildcard TXT record that takes them in.",
  rfc: "RFC 9567 §6.3",
  explanation:
    "A resolver reports an error by asking for a TXT record below the agent's _er; only a positive answer keeps it from " +
    "asking again and again. Answer them all with *._er TXT.",
  examples: {
    fail: [exampleOrg("an agent without wildcard", '_er TXT "reports" ;! er-agent-txt _er TXT "reports"')],
    pass: [exampleOrg("an agent", '*._er TXT "report received"')],
  },
  check({ zone, ownerRows, report }) {
    if (!spellings.some((label) => !ownersWith(zone.zone, label).next().done)) return;
    const agents = new Map<string, number>();
    const answered = new Set<string>();
    for (const row of ownerRows()) {
      const owner = zone.zone.ownerKey(row);
      const at = owner.startsWith("_er.") ? 0 : owner.indexOf("._er.") + 1;
      if (at === 0 && !owner.startsWith("_er.")) continue;
      const agent = owner.slice(at);
      if (!agents.has(agent)) agents.set(agent, row);
      if (isWildcard(owner) && at === 2 && zone.zone.rows(owner, TYPE.TXT).length > 0) answered.add(agent);
    }
    for (const [agent, row] of agents) {
      if (answered.has(agent)) continue;
      report({
        row,
        message: `*.${agent} has no TXT record: resolvers that report errors to ${agent} get no answer and ask again`,
      });
    }
  },
} as const satisfies Rule;

/** Few zones have a name with one of them: in the others no owner is looked at. */
const spellings = ["_er", "_Er", "_eR", "_ER"];
