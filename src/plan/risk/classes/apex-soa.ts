import { eachDataChange } from "../each-change.ts";
import type { RiskClass } from "../risk.ts";

const fields = ["primary nameserver", "contact", "serial", "refresh", "retry", "expire", "negative TTL"];

/** Fields from here on are times. */
const TIMERS = 3;

export const apexSoa: RiskClass = {
  id: "apex-soa",
  title: "apex SOA",
  summary: "the primary nameserver, contact or timers of a zone change",
  find: (zone) =>
    eachDataChange(zone, (change, { type }) => {
      if (type !== "SOA" || change.op !== "change") return undefined;
      const [was, is] = [change.before.rdata[0]!.split(" "), change.after.rdata[0]!.split(" ")];
      const changed = fields.flatMap((name, at) => (was[at] === is[at] ? [] : [{ name, at }]));
      if (changed.every(({ name }) => name === "serial")) return undefined;
      const who = changed.some(({ at }) => at < TIMERS);
      return { level: who ? "medium" : "low", why: `changes ${changed.map(({ name }) => name).join(", ")}` };
    }),
};
