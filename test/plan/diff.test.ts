import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { nameKey, parseName, rdataNames, type Zone } from "../../src/dns/index.ts";
import { diffZones, type PlannedZone } from "../../src/plan/index.ts";
import { PointerSearch } from "../../src/plan/pointer-search.ts";
import { parseRevision, parseZone, type Revision } from "../../src/zonefile/index.ts";
import { edit, edited, file } from "../zonefile/edited-files.ts";

function optionsFor(octets: Uint8Array) {
  return { file: "example.zone", origin: parseName("example."), read: () => octets };
}

describe("the changes between two zones of which one was made from the other", () => {
  test("are those between the same zones read each on its own", () => {
    let known = 0;
    fc.assert(
      fc.property(
        file,
        fc.array(fc.tuple(edit, fc.nat()), { minLength: 1, maxLength: 4 }),
        fc.constantFrom("managed" as const, "from-file" as const),
        (start, edits, serial) => {
          const made: { octets: Uint8Array; revision: Revision; alone: Zone }[] = [];
          const make = (octets: Uint8Array, from?: Revision) => {
            const revision = parseRevision(optionsFor(octets), from, 1);
            made.push({ octets, revision, alone: parseZone(optionsFor(octets)).zone });
          };
          make(start);
          // From any of those before: so some are sisters.
          for (const [step, from] of edits) {
            const { octets, revision } = made[from % made.length]!;
            make(edited(octets, step), revision);
          }
          for (const before of made) {
            for (const after of made) {
              if (after.revision.zone.ownersChangedSince(before.revision.zone)) known++;
              const changes = diffZones(before.revision.zone, after.revision.zone, serial);
              expect(changes).toEqual(diffZones(before.alone, after.alone, serial));
            }
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(known).toBeGreaterThan(500);
  });

  test("are looked for among the owners that changed", () => {
    const lines = Array.from({ length: 1000 }, (_, host) => `host-${host} 60 A 192.0.2.1\n`);
    const text = (host: string) => Buffer.from(lines.with(500, `${host} 60 A 192.0.2.2\n`).join(""));
    const base = parseRevision(optionsFor(text("host-500")), undefined, 1024);
    const one = parseRevision(optionsFor(text("www")), base, 1024);
    const other = parseRevision(optionsFor(text("HOST-7")), base, 1024);
    const grandchild = parseRevision(optionsFor(text("mail")), one, 1024);
    const owners = (names: string[]) => new Set(names.map((name) => `${name}.example.`));
    expect(one.zone.ownersChangedSince(base.zone)).toEqual(owners(["host-500", "www"]));
    expect(base.zone.ownersChangedSince(one.zone)).toEqual(owners(["host-500", "www"]));
    expect(other.zone.ownersChangedSince(one.zone)).toEqual(owners(["host-500", "www", "host-7"]));
    expect(grandchild.zone.ownersChangedSince(base.zone)).toEqual(owners(["host-500", "www", "mail"]));
    const stranger = parseZone(optionsFor(text("www"))).zone;
    expect(one.zone.ownersChangedSince(stranger)).toBeUndefined();
  });
});

describe("the records that point at a name", () => {
  const text = [
    "@ 60 SOA ns1 root 1 2 3 4 5",
    "@ 60 NS ns1",
    "a 60 CNAME B",
    "b 60 MX 10 a",
    "c 60 SRV 1 2 3 b",
    "d 60 DNAME b",
    "e 60 PTR b.example.",
    'f 60 NAPTR 1 2 "u" "x" "" b',
    "g 60 SVCB 1 b port=1",
    "h 60 HTTPS 0 b",
    "i 60 RP root b",
    "j 60 TALINK a b",
    "k 60 AFSDB 1 b",
    "l 60 TXT b",
    "m 60 A 192.0.2.1",
    "n 60 NSEC b A",
    "o 60 TYPE65280 \\# 3 016200",
  ];
  const zone = parseZone(optionsFor(Buffer.from(`${text.join("\n")}\n`))).zone;
  const names = [..."abcdefghijklmno", "ns1", "root", "x.b", "y.x.b"].map((name) =>
    parseName(`${name}.example.`),
  );

  test("are all that name it as a target, in any case", () => {
    for (const name of names) {
      const pointing = Array.from({ length: zone.size }, (_, row) => row).filter((row) =>
        rdataNames(zone.type(row), zone.rdata(row)).some(
          (found) => found.role === "target" && nameKey(found.name) === name,
        ),
      );
      expect(zone.rowsPointingAt(name)).toEqual(pointing);
    }
    expect(zone.rowsPointingAt(parseName("b.example."))).toHaveLength(10);
  });

  test("are found alike whether few or many are asked for", () => {
    const planned: PlannedZone = { zone, name: "example.", view: "default", serial: "managed" };
    const many = new PointerSearch([planned]);
    for (let round = 0; round < 2; round++) {
      for (const name of names) {
        for (const kind of ["all", "aliases"] as const) {
          expect([...many.to(name, kind)]).toEqual([...new PointerSearch([planned]).to(name, kind)]);
        }
      }
    }
    const below = [...many.to(parseName("y.x.b.example."), "all")];
    expect(below.map(({ row }) => zone.owner(row))).toEqual(["d.example."]);
  });
});
