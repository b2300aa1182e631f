import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseName, TYPE, type Zone, ZoneBuilder } from "../../../src/dns/index.ts";
import { signedText } from "../../../src/lint/dnssec/index.ts";
import { type LintZone, lint, ruleFamilies } from "../../../src/lint/index.ts";
import { lintZone } from "../judge-example.ts";

const rules = ruleFamilies.find(({ about }) => about === "DNSSEC")!.rules;
const apex = parseName("example.org.");
const { zone: signed } = lintZone({ origin: apex, text: signedText("NSEC3") });

const owner = fc.constantFrom(
  ...["@", "www", "sub", "ns.sub", "*", "a.b.c", "8um1kjcjmofvvmq7cb0op7jt39lg8r9j", "0000", "\\000\\255"],
);
const type = fc.constantFrom(
  ...[TYPE.RRSIG, TYPE.DNSKEY, TYPE.DS, TYPE.CDS, TYPE.CDNSKEY, TYPE.NSEC, TYPE.NSEC3, TYPE.NSEC3PARAM],
  ...[TYPE.ZONEMD, TYPE.CSYNC, TYPE.DNAME, TYPE.NS],
);
/** Octets that often are nearly right: numbers and lengths that mean something, a name, a key. */
const part = fc.oneof(
  fc.constantFrom(0, 1, 2, 3, 5, 8, 13, 15, 20, 46, 48, 255).map((octet) => Uint8Array.of(octet)),
  fc.constantFrom(signed.apexWire, ...Array.from({ length: signed.size }, (_, row) => signed.rdata(row))),
  fc.uint8Array({ maxLength: 40 }),
);
const record = fc.record({
  owner,
  type,
  rdata: fc.array(part, { maxLength: 6 }).map((parts) => Buffer.concat(parts)),
});

test("no rule stops at a fault of its own, whatever the data is", () => {
  fc.assert(
    fc.property(
      fc.array(record, { maxLength: 10 }),
      fc.array(record, { maxLength: 4 }),
      fc.nat(2 ** 32 - 1),
      (now, base, clock) => {
        const judged: LintZone = { ...zoneWith(now), before: zoneWith(base) };
        const faults = lint([judged], [judged], {
          rules,
          settings: { set: "all", rules: {} },
          now: clock * 1000,
        }).filter(({ rule }) => rule.startsWith("internal/"));
        expect(faults).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

/** The signed zone, with these records besides. */
function zoneWith(records: readonly { owner: string; type: number; rdata: Uint8Array }[]): LintZone {
  const builder = new ZoneBuilder(apex);
  for (let row = 0; row < signed.size; row += 1)
    builder.add({ owner: signed.owner(row), type: signed.type(row), ttl: 3600, rdata: signed.rdata(row) });
  for (const { owner, type, rdata } of records)
    builder.addWire(
      builder.intern(parseName(owner, apex)),
      type,
      3600,
      rdata,
      0,
      rdata.length,
      builder.fileId(""),
      0,
      0,
    );
  return lintZoneOf(builder.finish());
}

function lintZoneOf(zone: Zone): LintZone {
  return {
    zone,
    name: apex,
    view: "default",
    file: "zone",
    files: ["zone"],
    serial: "from-file",
    tokens: () => undefined,
  };
}
