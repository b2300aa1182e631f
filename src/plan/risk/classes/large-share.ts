import { percent, shareOf } from "../../share.ts";
import type { Finding, RiskClass } from "../risk.ts";

const MUCH_REMOVED = 30;
const MUCH_CHANGED = 50;

export const largeShare: RiskClass = {
  id: "large-share",
  title: "large share",
  summary: "much of a zone goes or changes: 30 % removed, or 50 % changed, of 10 records or more",
  find({ before, after, counts }) {
    if (!before || !after) return [];
    const removed = shareOf(counts.removed, before.zone.size);
    const changed = shareOf(counts.changed, before.zone.size);
    const found: Finding[] = [];
    if (removed !== undefined && removed >= MUCH_REMOVED)
      found.push({ level: "high", why: `${percent(removed)} of the zone is removed` });
    if (changed !== undefined && changed >= MUCH_CHANGED)
      found.push({ level: "medium", why: `${percent(changed)} of the zone changes` });
    return found;
  },
};
