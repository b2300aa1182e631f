import { formatDuration } from "../../../dns/index.ts";
import { eachChange } from "../each-change.ts";
import type { RiskClass } from "../risk.ts";

/** Seconds from which on a mistake is still there when people call, and when it was mended the day before. */
const LONG = 3_600;
const VERY_LONG = 86_400;

export const ttlRaised: RiskClass = {
  id: "ttl-raised",
  title: "TTL raised",
  summary: "resolvers keep an answer longer than before, for an hour or more",
  find: (zone) =>
    eachChange(zone, (change) => {
      if (change.op !== "change" || change.after.ttl <= change.before.ttl || change.after.ttl < LONG)
        return undefined;
      const { before, after } = change;
      const why = `from ${formatDuration(before.ttl)} to ${formatDuration(after.ttl)}: a mistake lasts that long`;
      return { level: after.ttl > VERY_LONG ? "medium" : "low", why };
    }),
};
