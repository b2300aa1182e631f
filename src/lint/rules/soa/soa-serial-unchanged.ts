import { nextSerial } from "../../../dns/index.ts";
import { serialExample } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { serialChange, setSerial } from "../../soa/index.ts";

export const soaSerialUnchanged = {
  id: "soa-serial-unchanged",
  severity: "error",
  set: "recommended",
  structural: false,
  summary: "A change to a zone that keeps its own serial, without a new serial.",
  rfc: "RFC 1912 §2.2, RFC 1996",
  explanation:
    "Secondary nameservers fetch a zone only when its serial has risen, and go on serving the old content. This " +
    "concerns zones with `serial: from-file`; in all others the bot writes the serial.",
  examples: {
    fail: [
      serialExample("a record was added", {
        before: 7,
        after: 7,
        now: "www A 192.0.2.1",
        flag: "soa-serial-unchanged",
      }),
    ],
    pass: [
      serialExample("the serial rose", { before: 7, after: 8, now: "www A 192.0.2.1" }),
      serialExample("nothing changed", { before: 7, after: 7, now: "" }),
      serialExample("the bot writes the serial", {
        before: 7,
        after: 7,
        now: "www A 192.0.2.1",
        serial: "managed",
      }),
    ],
  },
  check({ zone, report }) {
    const change = serialChange(zone);
    if (change?.before.serial !== change?.after.serial || !change) return;
    const { token, before, after } = change;
    report({
      row: after.row,
      span: token?.span,
      message: `${zone.name} changes, but its serial is still ${before.serial}: secondaries would keep the old zone`,
      fix: token && setSerial(token, nextSerial(before.serial)),
    });
  },
} as const satisfies Rule;
