import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { canonicalRdata, TYPE, type Zone } from "../../../src/dns/index.ts";
import { buildZone } from "../build-zone.ts";

const line = fc.tuple(
  fc.constantFrom("@", "a", "A", "b", "c.b"),
  fc.constantFrom(
    "A 192.0.2.1",
    "A 192.0.2.2",
    "TXT x",
    "TXT X",
    "MX 1 m",
    "MX 1 M",
    "CNAME w",
    "CNAME W",
    "KEY 0 3 8 AA==",
  ),
);
const zones = (maxLength: number) =>
  fc.array(line, { maxLength }).map((lines) =>
    buildZone(
      "example.",
      lines.map(([owner, rest]) => `${owner} 60 ${rest}`),
    ),
  );

function rowsOf(zone: Zone): number[] {
  return Array.from({ length: zone.size }, (_, row) => row);
}

describe("a zone's crowded aliases", () => {
  test("are the CNAME records whose owner has anything else that may not stand there", () => {
    fc.assert(
      fc.property(zones(12), (zone) => {
        const crowded = rowsOf(zone).filter((row) => {
          const beside = zone.rows(zone.ownerKey(row)).filter((other) => other !== row);
          return zone.type(row) === TYPE.CNAME && beside.some((other) => zone.type(other) !== TYPE.KEY);
        });
        expect(zone.crowdedAliases()).toEqual(crowded);
      }),
    );
  });
});

describe("a zone's repetitions", () => {
  test("are the records that are the same as one before them in canonical form", () => {
    fc.assert(
      fc.property(zones(80), (zone) => {
        const seen = new Map<string, number>();
        const repeated = rowsOf(zone).flatMap((row) => {
          const data = Buffer.from(canonicalRdata(zone.type(row), zone.rdata(row))).toString("hex");
          const key = `${zone.ownerKey(row)} ${zone.type(row)} ${data}`;
          const first = seen.get(key);
          if (first === undefined) seen.set(key, row);
          return first === undefined ? [] : [{ row, first }];
        });
        expect(zone.repetitions()).toEqual(repeated);
      }),
    );
  });
});

describe("an owner with many records", () => {
  test("gives those of one type, in file order", () => {
    fc.assert(
      fc.property(zones(80), (zone) => {
        for (const owner of ["example.", "a.example.", "b.example."].map((text) =>
          zone.owners().find((o) => o === text),
        )) {
          if (owner === undefined) continue;
          for (const type of [TYPE.A, TYPE.MX, TYPE.SOA]) {
            const rows = zone.rows(owner).filter((row) => zone.type(row) === type);
            expect(zone.rows(owner, type)).toEqual(rows);
          }
        }
      }),
    );
  });
});
