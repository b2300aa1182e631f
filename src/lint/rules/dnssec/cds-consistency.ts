import { TYPE } from "../../../dns/index.ts";
import {
  apexKeys,
  atField,
  atType,
  deleteRequest,
  exampleDs,
  exampleKey,
  KeyDigests,
  keyText,
  readDigests,
  readKey,
} from "../../dnssec/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule, RuleContext } from "../../rule.ts";

const both = `@ CDS ${exampleDs}\n@ CDNSKEY ${exampleKey}`;
const otherDigest = "7f".repeat(32);

export const cdsConsistency = {
  id: "cds-consistency",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.CDS, TYPE.CDNSKEY],
  summary: "CDS and CDNSKEY records that contradict each other or the keys of the zone, or ask for nothing.",
  rfc: "RFC 7344 §4, RFC 8078 §4",
  explanation:
    "The parent zone makes its DS records from these. They have to stand at the top of the zone, each has to be of one " +
    "of its keys, and CDS and CDNSKEY have to say the same, or the parent does nothing, or breaks the delegation. To ask " +
    "for no DS records, write `CDS 0 0 0 00` and `CDNSKEY 0 3 0 AA==` alone.",
  examples: {
    fail: [
      exampleOrg(
        "a CDS of no key",
        `@ DNSKEY ${exampleKey}\n${both}\n@ CDS 4711 13 2 ${otherDigest} ;! cds-consistency 4711 ;! cds-consistency CDS`,
      ),
      exampleOrg(
        "the digest of another key",
        `@ DNSKEY ${exampleKey}\n@ CDS 23808 15 2 ${otherDigest} ;! cds-consistency ${otherDigest} ;! cds-consistency CDS`,
      ),
      exampleOrg(
        "a request to delete that is none",
        "@ CDS 0 0 2 00 ;! cds-consistency CDS\n@ CDNSKEY 0 3 0 AA==".replace(
          "0 0 2 00",
          `0 0 2 ${otherDigest}`,
        ),
      ),
      exampleOrg(
        "deletion and a digest at once",
        `@ CDS 0 0 0 00 ;! cds-consistency CDS\n@ CDS ${exampleDs} ;! cds-consistency CDS`,
      ),
      exampleOrg("below the top", `www CDS ${exampleDs} ;! cds-consistency CDS`),
    ],
    pass: [
      exampleOrg("the zone's key in both forms", `@ DNSKEY ${exampleKey}\n${both}`),
      exampleOrg("a request to delete", "@ CDS 0 0 0 00\n@ CDNSKEY 0 3 0 AA=="),
    ],
  },
  check(context) {
    const { zone, rowsOf, report } = context;
    const rows = { cds: [] as number[], cdnskey: [] as number[] };
    const deleting: number[] = [];
    for (const row of rowsOf(TYPE.CDS, TYPE.CDNSKEY)) {
      const isCds = zone.zone.type(row) === TYPE.CDS;
      const request = deleteRequest(zone.zone, row);
      const right = isCds ? "CDS 0 0 0 00" : "CDNSKEY 0 3 0 AA==";
      if (zone.zone.ownerKey(row) !== zone.zone.apex) {
        const message = `the parent zone looks for ${isCds ? "CDS" : "CDNSKEY"} at ${zone.zone.apex} only: move the record to the top of its zone`;
        report({ ...atType(zone, row), message });
      } else if (request === "misspelt") {
        const message = `algorithm 0 asks the parent to remove the DS records, and only as "${right}": write that`;
        report({ ...atType(zone, row), message });
      } else if (request === "right") deleting.push(row);
      else (isCds ? rows.cds : rows.cdnskey).push(row);
    }
    const keeping = rows.cds.length + rows.cdnskey.length > 0;
    if (deleting.length > 0 && keeping) {
      const message = `${zone.name} asks the parent to remove its DS records, and at once for some to be there: keep one of the two`;
      report({ ...atType(zone, deleting[0]!), message });
    }
    if (!keeping || zone.incomplete) return;
    compareWithKeys(context, rows);
    comparePartners(context, rows);
  },
} as const satisfies Rule;

interface Rows {
  readonly cds: readonly number[];
  readonly cdnskey: readonly number[];
}

/** Only where the zone's keys are at hand: servers may add them. */
function compareWithKeys({ zone, report }: RuleContext, { cds, cdnskey }: Rows): void {
  const keys = apexKeys(zone.zone);
  if (keys.length === 0) return;
  const digests = new KeyDigests(zone.name, keys);
  for (const digest of readDigests(zone.zone, cds)) {
    const match = digests.matchOf(digest);
    if (match === "key") continue;
    const message =
      match === "none"
        ? `${zone.name} has no key with ${keyText(digest)}: with a DS record of it alone nobody could validate the zone`
        : `this is not the digest of the key with ${keyText(digest)}: make the record from the DNSKEY record`;
    report({ ...atField(zone, digest.row, match === "none" ? 0 : 3), message });
  }
  const known = new Set(keys.map(({ rdata }) => contentOf(rdata)));
  for (const row of cdnskey) {
    if (known.has(contentOf(zone.zone.rdata(row)))) continue;
    const message = `${zone.name} has no DNSKEY record with this data: with a DS record of this key alone nobody could validate the zone`;
    report({ ...atField(zone, row, 3), message });
  }
}

function comparePartners({ zone, report }: RuleContext, { cds, cdnskey }: Rows): void {
  if (cds.length === 0 || cdnskey.length === 0) {
    const [has, lacks] = cds.length === 0 ? ["CDNSKEY", "CDS"] : ["CDS", "CDNSKEY"];
    const message = `${zone.name} has ${has} records and no ${lacks}: some parents read only one of the two, so publish both`;
    report({ ...atType(zone, (cds[0] ?? cdnskey[0])!), message, severity: "info" });
    return;
  }
  const wanted = cdnskey.flatMap((row) => readKey(zone.zone, row) ?? []);
  const keys = new KeyDigests(zone.name, wanted);
  const digests = readDigests(zone.zone, cds).map((digest) => ({ digest, key: keys.keyOf(digest) }));
  const found = new Set(digests.map(({ key }) => key && contentOf(key.rdata)));
  for (const key of wanted) {
    if (found.has(contentOf(key.rdata))) continue;
    const message = `no CDS record is of this key (${keyText(key)}): CDS and CDNSKEY have to say the same, or the parent does nothing`;
    report({ ...atType(zone, key.row), message });
  }
  for (const { digest, key } of digests) {
    if (key) continue;
    const message = `no CDNSKEY record is of the key of this digest (${keyText(digest)}): CDS and CDNSKEY have to say the same, or the parent does nothing`;
    report({ ...atType(zone, digest.row), message });
  }
}

function contentOf(octets: Uint8Array): string {
  return Buffer.from(octets).toString("latin1");
}
