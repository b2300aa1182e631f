import { compareSerial, nameFromWire, TYPE, typeName } from "../../../dns/index.ts";
import { atField, atType, readTypes } from "../../dnssec/index.ts";
import { exampleOrg, exampleZone } from "../../example.ts";
import type { Finding, Rule } from "../../rule.ts";
import type { LintZone } from "../../zone.ts";

const IMMEDIATE = 1;
const SOA_MINIMUM = 2;
/** The types that RFC 7477 §3.2 says how to copy. */
const copied: ReadonlySet<number> = new Set([TYPE.A, TYPE.AAAA, TYPE.NS]);

export const csyncFlags = {
  id: "csync-flags",
  severity: "info",
  set: "recommended",
  structural: false,
  types: [TYPE.CSYNC],
  summary: "A CSYNC record that the parent zone's software cannot act on, or not by itself.",
  rfc: "RFC 7477 §2.1",
  explanation:
    "CSYNC asks the parent zone to copy nameservers and their addresses from the child. It does nothing with flags or " +
    "types that are not known, with a serial above the zone's where the flag 2 is set, or where there are two; and " +
    "without the flag 1 it waits for a person to agree.",
  examples: {
    fail: [
      exampleOrg("a flag that means nothing", "@ CSYNC 0 9 A NS AAAA ;! csync-flags 9"),
      exampleOrg("a type that is not copied", "@ CSYNC 0 1 NS MX ;! csync-flags CSYNC"),
      {
        title: "from a serial that is yet to come",
        zones: [
          { ...exampleZone("example.org.", "@ CSYNC 2026 3 NS ;! csync-flags 2026"), serial: "from-file" },
        ],
      },
      exampleOrg("not by itself", "@ CSYNC 1 2 A NS ;! csync-flags 2"),
    ],
    pass: [exampleOrg("nameservers and their addresses", "@ CSYNC 1 3 A NS AAAA")],
  },
  check({ zone, rowsOf, report }) {
    const rows = rowsOf(TYPE.CSYNC);
    for (const [at, row] of rows.entries()) {
      const found =
        at > 0
          ? {
              ...atType(zone, row),
              message: `${zone.name} has ${rows.length} CSYNC records, and the parent acts on one only: keep one`,
            }
          : judge(zone, row);
      if (found) report(found);
    }
  },
} as const satisfies Rule;

function judge(zone: LintZone, row: number): Finding | undefined {
  const rdata = Buffer.from(zone.zone.rdata(row));
  if (rdata.length < 6) return undefined;
  const [serial, flags, types] = [rdata.readUInt32BE(0), rdata.readUInt16BE(4), readTypes(rdata.subarray(6))];
  if (zone.zone.ownerKey(row) !== zone.zone.apex)
    return {
      ...atType(zone, row),
      message: `the parent zone looks for CSYNC at ${nameFromWire(zone.zone.apexWire).name} only`,
    };
  if ((flags & ~(IMMEDIATE | SOA_MINIMUM)) !== 0)
    return {
      ...atField(zone, row, 1),
      message: `of the flags ${flags} only 1 (immediate) and 2 (soaminimum) mean something, so the parent does nothing: write 3, 2, 1 or 0`,
    };
  const strange = types.filter((type) => !copied.has(type));
  if (strange.length > 0)
    return {
      ...atType(zone, row),
      message: `the parent copies A, AAAA and NS only, and does nothing for ${strange.slice(0, 8).map(typeName).join(", ")}: take it out`,
    };
  const soa = zone.zone.soa();
  const isLater = soa && zone.serial === "from-file" && compareSerial(serial, soa.serial) === 1;
  if ((flags & SOA_MINIMUM) !== 0 && isLater)
    return {
      ...atField(zone, row, 0),
      message: `the serial ${serial} is above that of the zone (${soa.serial}): the parent waits until the zone has it`,
    };
  if ((flags & IMMEDIATE) === 0)
    return {
      ...atField(zone, row, 1),
      message: `without the flag 1 (immediate) the parent waits for a person to agree: write ${flags | IMMEDIATE} if it is to act by itself`,
    };
  return undefined;
}
