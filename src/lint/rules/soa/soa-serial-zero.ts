import { nextSerial, TYPE } from "../../../dns/index.ts";
import type { Rule } from "../../rule.ts";
import { setSerial, soaExample, soaToken } from "../../soa/index.ts";

export const soaSerialZero = {
  id: "soa-serial-zero",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.SOA],
  summary: "A zone that keeps its own serial, with the serial 0.",
  rfc: "RFC 1982 §3",
  explanation:
    'Some nameservers and tools take 0 for "no serial" and fetch the zone always or never. Start with 1, or with the ' +
    "date. This concerns zones with `serial: from-file`; in all others the bot writes the serial.",
  examples: {
    fail: [
      soaExample("a zone that was just made", "ns1.example.com. hostmaster.example.com. 0 4h 1h 14d 1h", {
        serial: "from-file",
        flags: ["soa-serial-zero 0"],
      }),
    ],
    pass: [
      soaExample("one", "ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h", { serial: "from-file" }),
      soaExample("the bot writes the serial", "ns1.example.com. hostmaster.example.com. 0 4h 1h 14d 1h"),
    ],
  },
  check({ zone, report }) {
    const soa = zone.zone.soa();
    if (!soa || zone.serial !== "from-file" || soa.serial !== 0) return;
    const token = soaToken(zone, soa.row, "serial");
    const before = zone.before?.zone.soa()?.serial;
    report({
      row: soa.row,
      span: token?.span,
      message: `the serial of ${zone.name} is 0, which some servers take for none: start with 1 or the date`,
      fix: token && setSerial(token, before === undefined ? 1 : nextSerial(before)),
    });
  },
} as const satisfies Rule;
