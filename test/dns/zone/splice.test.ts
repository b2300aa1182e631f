import { describe, expect, test } from "@jest/globals";
import { parseName, TYPE, type Zone, ZoneBuilder } from "../../../src/dns/index.ts";

const apex = parseName("example.");

/** A zone of addresses, one a line, as "owner last-octet". */
function zoneOf(...records: string[]): Zone {
  const builder = new ZoneBuilder(apex);
  builder.fileId("example.zone");
  for (const [at, record] of records.entries()) {
    const [owner = "", last] = record.split(" ");
    const rdata = Uint8Array.of(192, 0, 2, Number(last));
    const place = { file: "example.zone", line: at + 1, offset: 10 * at };
    builder.add({ owner: parseName(owner, apex), type: TYPE.A, ttl: 60, rdata, ...place });
  }
  return builder.finish();
}

function recordsOf(zone: Zone): string[] {
  return Array.from({ length: zone.size }, (_, row) => `${zone.owner(row)} ${zone.rdata(row)[3]}`);
}

describe("a zone with other rows in place of some", () => {
  const base = zoneOf("a 1", "b 2", "c 3", "a 4");

  test("shares the columns in which nothing changed", () => {
    const { columns } = base.withRows({
      from: 1,
      to: 2,
      by: zoneOf("a 1", "b 9").columns,
      lines: 0,
      octets: 0,
    });
    const { names, owner, type, ttl, rdata } = base.columns;
    expect(columns.names.octets.buffer).toBe(names.octets.buffer);
    expect(columns.owner).not.toBe(owner);
    expect(columns.type).not.toBe(type);
    const other = base.withRows({ from: 0, to: 2, by: zoneOf("a 1", "b 9").columns, lines: 0, octets: 0 });
    expect(other.columns.owner).toBe(owner);
    expect(other.columns.ttl).toBe(ttl);
    expect(other.columns.place.line).toBe(base.columns.place.line);
    expect(other.columns.rdata).not.toBe(rdata);
    expect(recordsOf(base)).toEqual(["a.example. 1", "b.example. 2", "c.example. 3", "a.example. 4"]);
  });

  test("knows rows, owners and places as they then are", () => {
    base.owners();
    base.exists(parseName("x.example."));
    const more = zoneOf("a 1", "x.y 7", "A 8").columns;
    const zone = base.withRows({ from: 0, to: 2, by: more, lines: 1, octets: 10 });
    expect(recordsOf(zone)).toEqual([
      "a.example. 1",
      "x.y.example. 7",
      "A.example. 8",
      "c.example. 3",
      "a.example. 4",
    ]);
    expect(zone.rows(parseName("a.example."))).toEqual([0, 2, 4]);
    expect(zone.rows(parseName("b.example."))).toEqual([]);
    expect(zone.owners()).toEqual(["a.example.", "c.example.", "x.y.example."]);
    expect(zone.exists(parseName("y.example."))).toBe(true);
    expect(zone.exists(parseName("b.example."))).toBe(false);
    expect(zone.place(4)).toEqual({ file: "example.zone", line: 5, offset: 40 });
    expect(zone.ownersChangedSince(base)).toEqual(new Set(["a.example.", "b.example.", "x.y.example."]));
  });

  test("is not made from records of another zone", () => {
    const by = new ZoneBuilder(parseName("test.")).finish().columns;
    expect(() => base.withRows({ from: 0, to: 1, by, lines: 0, octets: 0 })).toThrow("another zone or file");
  });

  test("forgets ancestors that are many generations away", () => {
    let zone = base;
    for (let step = 0; step < 40; step++) {
      const by = zoneOf(`a ${step + 10}`).columns;
      zone = zone.withRows({ from: 0, to: 1, by, lines: 0, octets: 0 });
      expect(zone.ownersChangedSince(base) === undefined).toBe(step >= 16);
    }
  });

  test("does not list the owners of changes to very many", () => {
    const many = zoneOf(...Array.from({ length: 10_001 }, (_, host) => `h${host} 1`));
    const zone = base.withRows({ from: 4, to: 4, by: many.columns, lines: 0, octets: 0 });
    expect(zone.ownersChangedSince(base)).toBeUndefined();
    expect(zone.size).toBe(10_005);
  });
});
