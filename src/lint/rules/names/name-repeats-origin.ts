import { labelsOf, TYPE } from "../../../dns/index.ts";
import type { Token } from "../../../zonefile/index.ts";
import { exampleOrg } from "../../example.ts";
import { targetPlaces } from "../../references.ts";
import type { Finding, Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";
import { endsInApexTwice } from "../../tree/index.ts";
import { replaceSpan } from "../../writing/index.ts";

/** Types whose data ends in the name they point at. */
const types = [TYPE.CNAME, TYPE.DNAME, TYPE.NS, TYPE.PTR, TYPE.MX, TYPE.SRV] as const;

export const nameRepeatsOrigin = {
  id: "name-repeats-origin",
  severity: "error",
  set: "recommended",
  structural: false,
  summary: "A name that ends in the zone's name twice.",
  rfc: "RFC 1035 §5.1",
  explanation:
    "Nobody asks for www.example.org.example.org: the zone's name was written, or completed, once too often. Where " +
    "the final dot is missing another rule says so; this one finds names that have it, and names below an $ORIGIN " +
    "that has the zone's name twice.",
  examples: {
    fail: [
      exampleOrg(
        "an owner and a target, with final dots",
        `
        www.example.org.example.org. A 192.0.2.1 ;! name-repeats-origin www.example.org.example.org.
        web CNAME www.example.org.example.org. ;! name-repeats-origin www.example.org.example.org.
        `,
      ),
    ],
    pass: [exampleOrg("another name between", 'example.org._report._dmarc.example.org. TXT "v=DMARC1"')],
  },
  check({ zone: lintZone, rowsOf, report }) {
    const { zone } = lintZone;
    // A top-level domain may well be delegated below itself: com.com.
    if (labelsOf(zone.apex).length < 2) return;
    const tell = (row: number, name: string, token: Token | undefined) =>
      report({ row, ...findingAt(zone.apex, name, token) });
    const { names } = zone.columns;
    for (let id = 0; id < names.key.length; id += 1) {
      const start = names.start[id]!;
      const end = names.start[id + 1]!;
      if (names.key[id] !== id || !endsInApexTwice(zone, names.octets, start, end)) continue;
      const row = zone.rowsWire(names.octets.subarray(start, end), 0)[0];
      if (row !== undefined) tell(row, zone.owner(row), lintZone.tokens(row)?.owner);
    }
    const { rdata, rdataStart } = zone.columns;
    for (const type of types) {
      const { offset } = targetPlaces.get(type)!;
      for (const row of rowsOf(type)) {
        if (!endsInApexTwice(zone, rdata, rdataStart[row]! + offset, rdataStart[row + 1]!)) continue;
        const token = targetTokenOf(lintZone, row);
        tell(row, token?.text ?? `the target of ${zone.owner(row)}`, token);
      }
    }
  },
} as const satisfies Rule;

function findingAt(apex: string, name: string, token: Token | undefined): Omit<Finding, "row"> {
  const message = `${name} ends in the zone's name twice: nobody asks for it; take one of the two away`;
  if (!token?.text.toLowerCase().endsWith(apex + apex)) return { span: token?.span, message };
  const text = token.text.slice(0, -apex.length);
  return { span: token.span, message, fix: replaceSpan(`write ${text}`, token.span, text) };
}
