import { nameFromWire, TYPE, type Zone } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { sharedOwners } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";
import { placeText } from "../../writing/index.ts";

export const mxDuplicateTarget = {
  id: "mx-duplicate-target",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.MX],
  summary: "A mail server listed twice for one domain, with different preferences.",
  rfc: "RFC 5321 §5.1",
  explanation:
    "The second entry adds nothing: a sender that could not reach the host tries the same one again. Often another host " +
    "was meant. Take one of the two out, or name the other host.",
  examples: {
    fail: [
      exampleOrg(
        "the same host as first and second choice",
        `
        @    MX 10 mail
        @    MX 20 mail ;! mx-duplicate-target mail
        mail A  192.0.2.1
        `,
      ),
    ],
    pass: [exampleOrg("two hosts", "@ MX 10 mx1\n@ MX 20 mx2\nmx1 A 192.0.2.1\nmx2 A 198.51.100.1")],
  },
  check({ zone, rowsOf, report }) {
    for (const rows of sharedOwners(zone.zone, suspects(zone.zone, rowsOf(TYPE.MX)))) {
      const first = new Map<string, number>();
      for (const row of rows) {
        const rdata = zone.zone.rdata(row);
        const key = Buffer.from(rdata.subarray(2)).toString("latin1").toLowerCase();
        const before = first.get(key);
        if (before === undefined) first.set(key, row);
        else if (zone.zone.rdata(before)[0] !== rdata[0] || zone.zone.rdata(before)[1] !== rdata[1]) {
          report(() => ({
            row,
            span: targetTokenOf(zone, row)?.span,
            message: `${nameFromWire(rdata, 2).name} is a mail server of ${zone.zone.owner(row)} already, on ${placeText(zone.zone, before, row)}: was another host meant?`,
          }));
        }
      }
    }
  },
} as const satisfies Rule;

/** The rows of owners with two that may name one host, or with three: nothing is made for the many with two that do not. */
function suspects(zone: Zone, rows: readonly number[]): readonly number[] {
  const { owner, names } = zone.columns;
  const first = new Int32Array(names.key.length).fill(-1);
  const state = new Uint8Array(names.key.length);
  let several = false;
  for (const row of rows) {
    const key = names.key[owner[row]!]!;
    if (first[key]! < 0) first[key] = row;
    else if (state[key] === DIFFERENT || isSameTarget(zone, first[key]!, row)) state[key] = SUSPECT;
    else if (state[key] !== SUSPECT) state[key] = DIFFERENT;
    several ||= state[key] === SUSPECT;
  }
  return several ? rows.filter((row) => state[names.key[owner[row]!]!] === SUSPECT) : [];
}

const DIFFERENT = 1;
const SUSPECT = 2;

/** Whether two records may name one host: seen by their octets, which differ in case at most then. */
function isSameTarget({ columns: { rdata, rdataStart } }: Zone, a: number, b: number): boolean {
  const length = rdataStart[a + 1]! - rdataStart[a]!;
  if (length !== rdataStart[b + 1]! - rdataStart[b]!) return false;
  for (let at = 2; at < length; at += 1) {
    if ((rdata[rdataStart[a]! + at]! | 0x20) !== (rdata[rdataStart[b]! + at]! | 0x20)) return false;
  }
  return true;
}
