import type { Span } from "../../../base/index.ts";
import type { Edit, Fix } from "../../../diagnostic/index.ts";
import { TYPE } from "../../../dns/index.ts";
import { atField, fieldToken, SIMPLE, zoneDigest, zoneHashes } from "../../dnssec/index.ts";
import { exampleZone } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import type { LintZone } from "../../zone.ts";

const serialField = 0;
const digestField = 3;
/** Of the zone with the address 192.0.2.1 in it. */
const digest =
  "8bb11f26ded8bf707855cd5213e1c81c83a04dd7e1c0f218efce85733c4bb29eb3e336e634f4389321d13f0b988602bc";

export const zonemdMismatch = {
  id: "zonemd-mismatch",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.ZONEMD],
  summary: "A ZONEMD record whose serial or digest is not that of the zone.",
  rfc: "RFC 8976 §4",
  explanation:
    "Servers that check the digest refuse a zone of which none fits. It has to be made anew after every edit, with the " +
    "serial of the SOA record, and so cannot hold in a zone whose serial is set on deployment (`serial: managed`). Schemes " +
    "and hashes other than 1 (SIMPLE) with 1 (SHA-384) or 2 (SHA-512) are not checked here.",
  examples: {
    fail: [
      {
        title: "the zone was edited",
        zones: [
          {
            ...exampleZone(
              "example.org.",
              `www A 192.0.2.2\n@ ZONEMD 1 1 1 ${digest} ;! zonemd-mismatch ${digest}`,
            ),
            serial: "from-file",
          },
        ],
      },
      {
        title: "the serial was counted on",
        zones: [
          {
            ...exampleZone(
              "example.org.",
              `www A 192.0.2.1\n@ ZONEMD 2026010100 1 1 ${digest} ;! zonemd-mismatch 2026010100`,
            ),
            serial: "from-file",
          },
        ],
      },
    ],
    pass: [
      {
        title: "as computed",
        zones: [
          {
            ...exampleZone("example.org.", `www A 192.0.2.1\n@ ZONEMD 1 1 1 ${digest}`),
            serial: "from-file",
          },
        ],
      },
    ],
  },
  check({ zone, rowsOf, report }) {
    const soa = zone.zone.soa();
    if (!soa || zone.incomplete) return;
    const made = new Map<number, Uint8Array>();
    for (const row of rowsOf(TYPE.ZONEMD)) {
      const rdata = zone.zone.rdata(row);
      const hash = zoneHashes.get(rdata[5] ?? 0);
      if (zone.zone.ownerKey(row) !== zone.zone.apex || hash === undefined || rdata[4] !== SIMPLE) continue;
      const serial = Buffer.from(rdata.subarray(0, 4)).readUInt32BE();
      const digest = made.get(rdata[5]!) ?? zoneDigest(zone.zone, hash);
      made.set(rdata[5]!, digest);
      const isRight = Buffer.compare(digest, rdata.subarray(6)) === 0;
      if (serial === soa.serial && isRight) continue;
      const isSerial = serial !== soa.serial;
      const message = isSerial
        ? `the digest is for serial ${serial}, and the zone has ${soa.serial}: servers that check it refuse the zone; make it anew`
        : `this is not the digest of ${zone.name}: the zone was edited after it was made, so servers that check it refuse the zone; make it anew`;
      const fix = fixOf(zone, row, soa.serial, Buffer.from(digest).toString("hex"));
      report({ ...atField(zone, row, isSerial ? serialField : digestField), message, fix });
    }
  },
} as const satisfies Rule;

/** The right serial and digest; undefined where a signature covers the record, or the serial is set on deployment. */
function fixOf(zone: LintZone, row: number, serial: number, digest: string): Fix | undefined {
  const isSigned = zone.zone.columns.type.includes(TYPE.RRSIG);
  const [first, rest] = [fieldToken(zone, row, serialField), fieldToken(zone, row, digestField)];
  const tokens = zone.tokens(row)?.rdata ?? [];
  if (isSigned || zone.serial === "managed" || !first || !rest) return undefined;
  const last = tokens.at(-1)!.span;
  const whole = { ...rest.span, endLine: last.endLine, endColumn: last.endColumn };
  const isInOneLine = whole.line === whole.endLine;
  const edits: readonly Edit[] = [editOf(first.span, String(serial)), editOf(whole, digest)];
  return isInOneLine ? { title: "write the digest of the zone as it is", edits } : undefined;
}

function editOf({ line, column, endLine, endColumn }: Span, text: string): Edit {
  return { line, column, endLine, endColumn, text };
}
