import { compareSerial, nextSerial, TYPE } from "../../../dns/index.ts";
import { serialExample } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { dateOfSerial, isUnixSerial, setSerial, soaToken } from "../../soa/index.ts";

export const soaSerialJump = {
  id: "soa-serial-jump",
  severity: "error",
  set: "recommended",
  structural: false,
  scope: "change",
  types: [TYPE.SOA],
  summary: "A serial that rises by a very large step to a number that is neither a date nor a time.",
  rfc: "RFC 1982 §3.1",
  explanation:
    "Serials only go up, round a circle of 4294967296. A slip that takes one far ahead cannot be taken back without " +
    "touching every secondary (RFC 2182 §7). Going over to dates (YYYYMMDDnn) or to seconds since 1970 is let pass. " +
    "This concerns zones with `serial: from-file`.",
  options: { most: { default: 100_000_000, summary: "The largest step that is let pass." } },
  examples: {
    fail: [
      serialExample("the first digit changed", {
        before: 2024010103,
        after: 3024010104,
        now: "www A 192.0.2.1",
        flag: "soa-serial-jump",
      }),
    ],
    pass: [
      serialExample("the next of the day", { before: 2024010103, after: 2024010104, now: "www A 192.0.2.1" }),
      serialExample("from counting to dates", { before: 17, after: 2025123101, now: "www A 192.0.2.1" }),
    ],
  },
  check({ zone, now, number, report }) {
    const [before, after] = [zone.before?.zone.soa(), zone.zone.soa()];
    if (!before || !after || zone.serial !== "from-file") return;
    const step = (after.serial - before.serial) >>> 0;
    if (compareSerial(after.serial, before.serial) !== 1 || step <= number("most")) return;
    if (dateOfSerial(after.serial) || isUnixSerial(after.serial, now)) return;
    const token = soaToken(zone, after.row, "serial");
    report({
      row: after.row,
      span: token?.span,
      message: `the serial goes from ${before.serial} to ${after.serial}, up by ${step} at once: it cannot come down again (RFC 1982), so check its digits`,
      fix: token && setSerial(token, nextSerial(before.serial)),
    });
  },
} as const satisfies Rule;
