import { compareSerial, contentHash, TYPE } from "../../../dns/index.ts";
import { serialExample } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { soaSpot } from "../../soa/index.ts";

export const soaSerialBumpOnly = {
  id: "soa-serial-bump-only",
  severity: "info",
  set: "strict",
  structural: false,
  scope: "change",
  types: [TYPE.SOA],
  summary: "A new serial in a zone where nothing else changes.",
  explanation:
    "Every secondary fetches the whole zone again for nothing, and often a record was to change too and was " +
    "forgotten. This concerns zones with `serial: from-file`.",
  examples: {
    fail: [serialExample("only the serial", { before: 7, after: 8, now: "", flag: "soa-serial-bump-only" })],
    pass: [serialExample("a record too", { before: 7, after: 8, now: "www A 192.0.2.1" })],
  },
  check({ zone, report }) {
    const [before, after] = [zone.before?.zone.soa(), zone.zone.soa()];
    if (!zone.before || !before || !after || zone.serial !== "from-file") return;
    if (compareSerial(after.serial, before.serial) !== 1) return;
    if (contentHash(zone.before.zone) !== contentHash(zone.zone)) return;
    report({
      ...soaSpot(zone, after.row, "serial"),
      message: `the serial of ${zone.name} rises from ${before.serial} to ${after.serial}, but nothing else changes: was a record forgotten?`,
    });
  },
} as const satisfies Rule;
