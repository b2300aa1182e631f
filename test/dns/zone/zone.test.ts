import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  compareNames,
  isAtOrBelow,
  type Name,
  nameFromWire,
  nameKey,
  nameToWire,
  parentOf,
  parseName,
  RdataError,
  rdataToText,
  TYPE,
  Zone,
  ZoneBuilder,
  zoneTransferList,
} from "../../../src/dns/index.ts";
import { anyName } from "../arbitraries.ts";
import { buildZone } from "../build-zone.ts";

const zone = buildZone("Example.", [
  "@ 3600 SOA ns1 hostmaster 7 3600 900 604800 300",
  "@ 3600 NS ns2",
  "@ 3600 NS NS1",
  "WWW 60 A 192.0.2.2",
  "www 90 AAAA 2001:db8::1",
  "www 90 A 192.0.2.1",
  "www 90 A 192.0.2.2",
  "a.b.c 60 MX 10 Mail",
  "A.b.c 60 MX 10 mail",
  "out.other. 60 A 192.0.2.9",
]);
const name = (text: string): Name => parseName(text, parseName("example."));

describe("a zone's rows", () => {
  test("are records in the order they were added, with owners as written", () => {
    expect(zone.size).toBe(10);
    expect(zone.apex).toBe("example.");
    expect(zone.owner(3)).toBe("WWW.Example.");
    expect(zone.ownerKey(3)).toBe("www.example.");
    expect(zone.owner(4)).toBe("www.Example.");
    expect(zone.type(4)).toBe(TYPE.AAAA);
    expect(zone.ttl(4)).toBe(90);
    expect([...zone.rdata(5)]).toEqual([192, 0, 2, 1]);
    expect(zone.place(5)).toEqual({ file: "test.zone", line: 6, offset: 0 });
  });

  test("are found by owner in any case, and by type", () => {
    expect(zone.rows(name("wWw"))).toEqual([3, 4, 5, 6]);
    expect(zone.rows(name("www"), TYPE.A)).toEqual([3, 5, 6]);
    expect(zone.rows(name("www"), TYPE.MX)).toEqual([]);
    expect(zone.rows(name("b.c"))).toEqual([]);
    expect(zone.rows(name("out.other."))).toEqual([9]);
    expect(zone.types(name("@"))).toEqual([TYPE.NS, TYPE.SOA]);
    expect(zone.types(name("nowhere"))).toEqual([]);
  });

  test("keep file, line and octet of where they came from", () => {
    const builder = new ZoneBuilder(name("@"));
    const record = { owner: name("a"), type: TYPE.A, ttl: 1, rdata: Uint8Array.of(1, 2, 3, 4) };
    builder.add({ ...record, file: "one", line: 3, offset: 70 });
    builder.add({ ...record, file: "two", line: 9, offset: 4_000_000_000 });
    builder.add({ ...record, file: "one", line: 4, offset: 90 });
    const built = builder.build();
    expect(built.place(1)).toEqual({ file: "two", line: 9, offset: 4_000_000_000 });
    expect(built.place(2)).toEqual({ file: "one", line: 4, offset: 90 });
    expect(built.columns.files).toEqual(["one", "two"]);
  });
});

describe("a zone's names", () => {
  test("exist if they own records or have names below them", () => {
    const existing = ["@", "www", "WWW", "a.b.c", "b.c", "C", "out.other."];
    expect(existing.filter((text) => !zone.exists(name(text)))).toEqual([]);
    expect(["nowhere", "b", "x.a.b.c", "other.", "."].filter((text) => zone.exists(name(text)))).toEqual([]);
  });

  test("are listed as keys in canonical order", () => {
    expect(zone.owners()).toEqual(["example.", "a.b.c.example.", "www.example.", "out.other."]);
  });

  test("an interned name without records owns nothing and does not exist", () => {
    const builder = new ZoneBuilder(name("@"));
    builder.intern(name("a.b"));
    const built = builder.build();
    expect(built.owners()).toEqual([]);
    expect(built.exists(name("a.b"))).toBe(false);
    expect(built.exists(name("b"))).toBe(false);
  });
});

describe("a zone's RRsets", () => {
  test("have the first row's TTL and distinct RDATA in canonical order, as written", () => {
    const rrset = zone.rrset(name("WWW"), TYPE.A)!;
    expect(rrset).toMatchObject({ owner: "www.example.", type: TYPE.A, ttl: 60, rows: [3, 5, 6] });
    expect(rrset.rdata.map((rdata) => rdataToText(TYPE.A, rdata))).toEqual(["192.0.2.1", "192.0.2.2"]);
  });

  test("take RDATA that differs in the case of names as one, and give its canonical form", () => {
    const rrset = zone.rrset(name("a.b.c"), TYPE.MX)!;
    expect(rrset.rows).toEqual([7, 8]);
    expect(rrset.rdata.map((rdata) => rdataToText(TYPE.MX, rdata))).toEqual(["10 Mail.Example."]);
    expect(rrset.canonical.map((rdata) => rdataToText(TYPE.MX, rdata))).toEqual(["10 mail.example."]);
  });

  test("come in canonical order of owners, then types", () => {
    const seen = [...zone.rrsets()].map(({ owner, type }) => [owner, type]);
    expect(seen).toEqual([
      ["example.", TYPE.NS],
      ["example.", TYPE.SOA],
      ["a.b.c.example.", TYPE.MX],
      ["www.example.", TYPE.A],
      ["www.example.", TYPE.AAAA],
      ["out.other.", TYPE.A],
    ]);
  });

  test("are undefined where there is none", () => {
    expect(zone.rrset(name("www"), TYPE.TXT)).toBeUndefined();
  });
});

describe("a zone's SOA", () => {
  test("is read", () => {
    expect(zone.soa()).toEqual({
      row: 0,
      mname: "ns1.Example.",
      rname: "hostmaster.Example.",
      serial: 7,
      refresh: 3600,
      retry: 900,
      expire: 604800,
      minimum: 300,
    });
  });

  test("is undefined where the apex has none", () => {
    expect(buildZone("example.", ["sub 60 SOA a b 1 2 3 4 5"]).soa()).toBeUndefined();
  });

  test("withSerial gives a copy with another serial, and all else the same", () => {
    const raised = zone.withSerial(4294967295);
    expect(raised.soa()).toEqual({ ...zone.soa(), serial: 4294967295 });
    expect(zone.soa()?.serial).toBe(7);
    for (let row = 1; row < zone.size; row++) expect(raised.rdata(row)).toEqual(zone.rdata(row));
    expect(raised.owners()).toEqual(zone.owners());
  });
});

describe("a zone's columns", () => {
  test("can be cloned and moved to another thread, and are a zone there", () => {
    const columns = structuredClone(zone.columns);
    const moved = structuredClone(columns, { transfer: zoneTransferList(columns) });
    expect(columns.rdata).toHaveLength(0);
    const there = new Zone(moved);
    expect([...there.rrsets()]).toEqual([...zone.rrsets()]);
    expect(there.place(3)).toEqual(zone.place(3));
  });
});

describe("ZoneBuilder", () => {
  test("gives one id to one spelling, and another to another, of one owner", () => {
    const builder = new ZoneBuilder(name("@"));
    const lower = builder.intern(name("a"));
    const upper = builder.intern(name("A"));
    expect(upper).not.toBe(lower);
    expect(builder.intern(name("a"))).toBe(lower);
    const wire = Uint8Array.of(9, 9, ...nameToWire(name("A")), 9);
    expect(builder.internWire(wire, 2, wire.length - 1)).toBe(upper);
  });

  test("addWire takes RDATA out of a larger buffer", () => {
    const builder = new ZoneBuilder(name("@"));
    const octets = Uint8Array.of(0, 192, 0, 2, 1, 0);
    const row = builder.addWire(
      builder.intern(name("a")),
      TYPE.A,
      5,
      octets,
      1,
      5,
      builder.fileId("f"),
      2,
      30,
    );
    expect(row).toBe(0);
    expect(builder.size).toBe(1);
    expect([...builder.build().rdata(0)]).toEqual([192, 0, 2, 1]);
  });

  test("refuses RDATA that is not of its type, and ids that are not its own", () => {
    const builder = new ZoneBuilder(name("@"));
    const rdata = Uint8Array.of(1, 2, 3);
    expect(() => builder.add({ owner: name("a"), type: TYPE.A, ttl: 1, rdata })).toThrow(RdataError);
    expect(() => builder.addWire(0, TYPE.A, 1, rdata, 0, 3, 0, 1, 0)).toThrow(/no id of this builder/);
    expect(builder.size).toBe(0);
  });

  test("goes on after build without changing what was built", () => {
    const builder = new ZoneBuilder(name("@"));
    const record = { type: TYPE.A, ttl: 1, rdata: Uint8Array.of(1, 2, 3, 4) };
    builder.add({ ...record, owner: name("a") });
    const before = builder.build();
    builder.add({ ...record, owner: name("b") });
    expect(before.owners()).toEqual(["a.example."]);
    expect(builder.build().owners()).toEqual(["a.example.", "b.example."]);
  });

  test("takes nothing more after finish, and gives what build gives", () => {
    const builder = new ZoneBuilder(name("@"), { records: 1, nameOctets: 1, rdataOctets: 1 });
    const record = { type: TYPE.A, ttl: 1, rdata: Uint8Array.of(1, 2, 3, 4), file: "f", line: 3, offset: 9 };
    for (const owner of ["a", "b", "A", "c.d"]) builder.add({ ...record, owner: name(owner) });
    const built = builder.build();
    const finished = builder.finish();
    expect([...finished.rrsets()]).toEqual([...built.rrsets()]);
    expect(finished.place(3)).toEqual(built.place(3));
    expect(() => builder.add({ ...record, owner: name("a") })).toThrow(/the zone is finished/);
  });

  test("takes a name in where it was written, in the room after the names", () => {
    const builder = new ZoneBuilder(name("@"));
    const origin = nameToWire(name("@"));
    const hash = builder.hashOf(origin);
    for (const label of ["a", "bc", "a", "Bc", "bc"]) {
      const wire = nameToWire(name(label));
      const from = builder.nameEnd;
      builder.nameRoom(wire.length).set(wire, from);
      const id = builder.internBelow(from + label.length + 1, from + wire.length, hash);
      expect(builder.intern(name(label))).toBe(id);
      expect(nameFromWire(builder.nameRoom(0), builder.nameStart(id)).name).toBe(name(label));
    }
    expect(builder.intern(name("Bc"))).toBe(2);
  });

  test.each([undefined, { records: 1, nameOctets: 1, rdataOctets: 1 }])(
    "keeps every one of many records, names and long RDATA",
    (expected) => {
      const builder = new ZoneBuilder(name("@"), expected);
      const rdataOf = (i: number): Uint8Array => new Uint8Array(i % 300).fill(i);
      for (let i = 0; i < 5000; i++) {
        builder.add({
          owner: name(`host${i % 1500}`),
          type: 65280 + (i % 7),
          ttl: i,
          rdata: rdataOf(i),
          line: i,
        });
      }
      const built = builder.build();
      expect(built.owners()).toHaveLength(1500);
      for (let row = 0; row < 5000; row++) {
        expect(built.rows(name(`HOST${row % 1500}`), 65280 + (row % 7))).toContain(row);
        expect(built.ttl(row)).toBe(row);
        expect(Buffer.compare(built.rdata(row), rdataOf(row))).toBe(0);
      }
    },
  );
});

test("any set of names is grouped, ordered and completed as comparing names one by one says", () => {
  const names = fc.array(fc.tuple(anyName, fc.boolean()), { maxLength: 30 });
  fc.assert(
    fc.property(names, (written) => {
      const builder = new ZoneBuilder("." as Name);
      const owners = written.map(([owner, shout]) => (shout ? parseName(owner.toUpperCase()) : owner));
      for (const owner of owners)
        builder.add({ owner, type: TYPE.A, ttl: 1, rdata: Uint8Array.of(1, 2, 3, 4) });
      const built = builder.build();
      const keys = [...new Set(owners.map(nameKey))];
      expect(built.owners()).toEqual(keys.toSorted(compareNames));
      for (const [row, owner] of owners.entries()) {
        expect(built.owner(row)).toBe(owner);
        expect(built.rows(nameKey(owner))).toContain(row);
        for (let up = parentOf(owner); up !== undefined; up = parentOf(up)) {
          expect(built.exists(up)).toBe(true);
          expect(built.rows(up).length > 0).toBe(keys.includes(nameKey(up)));
        }
        const below = parseName(`no-such-label.${owner === "." ? "" : owner}`.slice(0, 250));
        expect(built.exists(below)).toBe(keys.some((key) => isAtOrBelow(key, below)));
      }
    }),
  );
});
