import { compareSerial, TYPE } from "../../../dns/index.ts";
import type { Rule } from "../../rule.ts";
import { dateOfSerial, isUnixSerial, serialOfDay, setSerial, soaExample, soaToken } from "../../soa/index.ts";

const day = 86_400_000;

export const soaSerialNotDate = {
  id: "soa-serial-not-date",
  severity: "warning",
  set: "recommended",
  structural: false,
  scope: "time",
  types: [TYPE.SOA],
  summary: "A serial written as a date that the calendar does not have, or that is yet to come.",
  rfc: "RFC 1912 §2.2",
  explanation:
    "A serial of the form YYYYMMDDnn that is no day, or one in the future, is a slip of the finger. Serials cannot go " +
    "down: once secondaries have it, the serial of the right day is not above it. Mend it before it is served; after " +
    "that, count on from it. This concerns zones with `serial: from-file`.",
  examples: {
    fail: [
      soaExample("month 67", "ns1.example.com. hostmaster.example.com. 2024670153 4h 1h 14d 1h", {
        serial: "from-file",
        flags: ["soa-serial-not-date 2024670153"],
      }),
      soaExample(
        "two digits changed places",
        "ns1.example.com. hostmaster.example.com. 2062010101 4h 1h 14d 1h",
        {
          serial: "from-file",
          before: "ns1.example.com. hostmaster.example.com. 2025123101 4h 1h 14d 1h",
          body: "www A 192.0.2.1\n",
          flags: ["soa-serial-not-date 2062010101"],
          at: "2026-01-01T12:00:00Z",
        },
      ),
    ],
    pass: [
      soaExample("today", "ns1.example.com. hostmaster.example.com. 2026010107 4h 1h 14d 1h", {
        serial: "from-file",
        at: "2026-01-01T12:00:00Z",
      }),
      soaExample("seconds since 1970", "ns1.example.com. hostmaster.example.com. 1999999999 4h 1h 14d 1h", {
        serial: "from-file",
        at: "2033-05-18T03:33:20Z",
      }),
      soaExample("a number that is no date", "ns1.example.com. hostmaster.example.com. 48213 4h 1h 14d 1h", {
        serial: "from-file",
      }),
    ],
  },
  check({ zone, now, report }) {
    const soa = zone.zone.soa();
    if (!soa || zone.serial !== "from-file" || isUnixSerial(soa.serial, now)) return;
    const date = dateOfSerial(soa.serial);
    if (!date || (date.time !== undefined && date.time <= now + day)) return;
    const what =
      date.time === undefined
        ? `${date.text}, which is no day`
        : `${date.text}, which is yet to come, so that the serials of the days until then are not above it`;
    const before = zone.before?.zone.soa()?.serial;
    const meant = serialOfDay(now);
    const canMend = before !== undefined && before !== soa.serial && compareSerial(meant, before) === 1;
    const token = soaToken(zone, soa.row, "serial");
    report({
      row: soa.row,
      span: token?.span,
      message: `the serial ${soa.serial} reads as ${what}: ${canMend ? `write ${meant}` : "mend it if no server has it yet, else count on from it"}`,
      fix: token && canMend ? setSerial(token, meant) : undefined,
    });
  },
} as const satisfies Rule;
