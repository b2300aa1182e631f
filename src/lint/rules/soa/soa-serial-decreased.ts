import { compareSerial, nextSerial } from "../../../dns/index.ts";
import { serialExample } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { serialChange, setSerial } from "../../soa/index.ts";

export const soaSerialDecreased = {
  id: "soa-serial-decreased",
  severity: "error",
  set: "recommended",
  structural: false,
  summary: "A change to a zone that keeps its own serial, with a serial that is not above the old one.",
  rfc: "RFC 1982 §3.2",
  explanation:
    "Serials are compared on a circle: a number is above another when it is at most 2147483647 further on. Secondary " +
    "nameservers ignore a zone with a lower serial. This concerns zones with `serial: from-file`; in all others the " +
    "bot writes the serial.",
  examples: {
    fail: [
      serialExample("a digit was lost", {
        before: 2024010103,
        after: 202401014,
        now: "www A 192.0.2.1",
        flag: "soa-serial-decreased",
      }),
      serialExample("too far ahead is behind", {
        before: 1,
        after: 4294967295,
        now: "www A 192.0.2.1",
        flag: "soa-serial-decreased",
      }),
    ],
    pass: [
      serialExample("past the highest number", { before: 4294967295, after: 5, now: "www A 192.0.2.1" }),
    ],
  },
  check({ zone, report }) {
    const change = serialChange(zone);
    if (!change) return;
    const { token, before, after } = change;
    const order = compareSerial(after.serial, before.serial);
    if (order === 0 || order === 1) return;
    report({
      row: after.row,
      span: token?.span,
      message: `the serial goes from ${before.serial} to ${after.serial}, which is not above it (RFC 1982): secondaries would keep the old zone`,
      fix: token && setSerial(token, nextSerial(before.serial)),
    });
  },
} as const satisfies Rule;
