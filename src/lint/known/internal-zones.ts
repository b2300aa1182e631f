import { isAtOrBelow, type Name, parseName } from "../../dns/index.ts";
import { addressOf, labelsInTree, treeOf } from "../reverse/index.ts";
import type { LintZone } from "../zone.ts";
import { specialBlockOf } from "./special-addresses.ts";

/** Names that are resolved inside a network only: RFC 6762 §3 and appendix G, RFC 8375, and `internal.`, set apart by ICANN in 2024. */
const internalNames: readonly Name[] = [
  "local.",
  "internal.",
  "home.arpa.",
  "home.",
  "lan.",
  "corp.",
  "private.",
  "intranet.",
  "localdomain.",
].map((name) => parseName(name));

const internalViews: ReadonlySet<string> = new Set(["internal", "inside", "private", "lan", "trusted"]);

/** Whether a zone is, by its name or its view's, meant for one network: private addresses are at home there. */
export function isInternalZone({ name, view }: LintZone): boolean {
  return (
    internalViews.has(view) ||
    internalNames.some((above) => isAtOrBelow(name, above)) ||
    isPrivateReverse(name)
  );
}

/** Whether a reverse zone is for private addresses: its first address is one. */
function isPrivateReverse(name: Name): boolean {
  const family = treeOf(name);
  if (family === undefined) return false;
  const missing = (family === 4 ? 4 : 32) - labelsInTree(name).length;
  if (missing < 0 || missing === (family === 4 ? 4 : 32)) return false;
  const first = addressOf(`${"0.".repeat(missing)}${name}` as Name);
  return first !== undefined && specialBlockOf(first)?.use === "private";
}
