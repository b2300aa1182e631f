import { labelsOf, nameFromWire, TYPE, type Zone } from "../../../dns/index.ts";
import { exampleZone } from "../../example.ts";
import { type AddressTrigger, triggerProblem } from "../../names/index.ts";
import type { Rule } from "../../rule.ts";

export const rpzName = {
  id: "rpz-name",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.CNAME],
  summary: "A trigger of a response policy zone whose address is not written the one way servers understand.",
  rfc: "draft-vixie-dnsop-dns-rpz §4",
  explanation:
    "An address trigger is written as prefix length and address, reversed: 24.0.2.0.192.rpz-ip for 192.0.2.0/24. Octets " +
    "are decimal without leading zeros, bits beyond the prefix are zero; in IPv6 the longest run of zeros is `zz`. " +
    "Servers skip any other form, and the policy does not work. A zone with a policy action as a target (such as " +
    "rpz-passthru. or rpz-drop.) is taken for a response policy zone.",
  examples: {
    fail: [
      {
        title: "bits beyond the prefix, and a length that is none",
        zones: [
          exampleZone(
            "rpz.example.",
            `
            good.example.net CNAME rpz-passthru.
            24.9.2.0.192.rpz-ip CNAME rpz-drop. ;! rpz-name 24.9.2.0.192.rpz-ip
            33.1.2.0.192.rpz-client-ip CNAME rpz-drop. ;! rpz-name 33.1.2.0.192.rpz-client-ip
            `,
          ),
        ],
      },
    ],
    pass: [
      {
        title: "networks of both families",
        zones: [
          exampleZone(
            "rpz.example.",
            `
            24.0.2.0.192.rpz-ip CNAME rpz-drop.
            32.zz.db8.2001.rpz-nsip CNAME rpz-drop.
            128.57.zz.db8.2001.rpz-client-ip CNAME rpz-passthru.
            `,
          ),
        ],
      },
    ],
  },
  check({ zone, rowsOf, report }) {
    const rows = rowsOf(TYPE.CNAME);
    if (!rows.some((row) => isPolicyAction(zone.zone, row))) return;
    const apexLabels = labelsOf(zone.name).length;
    for (const row of rows) {
      const labels = labelsOf(zone.zone.ownerKey(row)).slice(0, -apexLabels);
      const trigger = addressTriggers.find((one) => one === labels.at(-1));
      const problem = trigger && triggerProblem(labels.slice(0, -1));
      if (problem === undefined) continue;
      const owner = zone.tokens(row)?.owner;
      report({ row, span: owner?.span, message: `servers skip this ${trigger} trigger: ${problem}` });
    }
  },
} as const satisfies Rule;

const addressTriggers: readonly AddressTrigger[] = ["rpz-ip", "rpz-client-ip", "rpz-nsip"];
const actions: ReadonlySet<string> = new Set(["rpz-passthru.", "rpz-drop.", "rpz-tcp-only."]);

function isPolicyAction(zone: Zone, row: number): boolean {
  const { rdata, rdataStart } = zone.columns;
  const start = rdataStart[row]!;
  // A name of one label: of the others no text is made.
  if (rdata[start + rdata[start]! + 1] !== 0) return false;
  return actions.has(nameFromWire(rdata, start).name.toLowerCase());
}
