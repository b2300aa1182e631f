import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Name, parseName, rdataToText, typeName, type Zone } from "../../../src/dns/index.ts";
import { editZone, parseZone, type RecordChange } from "../../../src/zonefile/index.ts";
import { torture } from "../../corpus/zonefile/torture.ts";
import { preamble } from "../../corpus/zonefile/torture-case.ts";
import { recordsOf } from "../reading.ts";
import { recordOf } from "./editing.ts";

interface Source {
  readonly file: string;
  readonly origin: Name;
  readonly read: (path: string) => Uint8Array | undefined;
}

function sourceOf(files: Readonly<Record<string, string>>): Source {
  const read = (path: string) => (Object.hasOwn(files, path) ? Buffer.from(files[path]!) : undefined);
  return { file: "example.zone", origin: parseName("example."), read };
}

/** The same with other octets in the zone's own file. */
function withOctets(source: Source, octets: Uint8Array): Source {
  return { ...source, read: (path) => (path === source.file ? octets : source.read(path)) };
}

function readZone(source: Source): { zone: Zone; errors: number } {
  const { zone, diagnostics } = parseZone(source);
  return { zone, errors: diagnostics.filter(({ severity }) => severity === "error").length };
}

function describeRow(zone: Zone, row: number): string {
  return recordsOf(zone)[row]!.toLowerCase();
}

/** Every record, in no order. */
function bag(zone: Zone): string[] {
  return recordsOf(zone)
    .map((record) => record.toLowerCase())
    .sort();
}

function without(records: readonly string[], record: string): string[] {
  const at = records.indexOf(record);
  expect(at).toBeGreaterThanOrEqual(0);
  return records.toSpliced(at, 1);
}

/** Makes the edit and checks that it is the only difference. The file afterwards, or undefined where it was refused. */
function edited(source: Source, change: RecordChange, expected: string[]): Source | undefined {
  const result = editZone(source, change);
  if (!("octets" in result)) {
    expect(result.refusal).not.toBe("");
    return undefined;
  }
  const before = readZone(source);
  const after = readZone(withOctets(source, result.octets));
  expect(bag(after.zone)).toEqual([...expected].sort());
  expect(after.errors).toBeLessThanOrEqual(before.errors);
  return withOctets(source, result.octets);
}

function removal(zone: Zone, row: number): RecordChange {
  const { line } = zone.place(row);
  return { kind: "remove", owner: zone.owner(row), type: zone.type(row), rdata: zone.rdata(row), line };
}

/** Removes the record of a row and adds it again. Whether that was not refused. */
function removeAndAdd(source: Source, row: number): boolean {
  const { zone } = readZone(source);
  const records = bag(zone);
  const rest = without(records, describeRow(zone, row));
  const removed = edited(source, removal(zone, row), rest);
  if (!removed) return false;
  const [owner, type, rdata, ttl] = [zone.owner(row), zone.type(row), zone.rdata(row), zone.ttl(row)];
  if (rest.includes(describeRow(zone, row))) return true;
  edited(removed, { kind: "add", owner, type, rdata, ttl }, records);
  return true;
}

const added = recordOf("new.sub.example. SRV 1 2 3 target.sub.example.");

/** Adds a record and removes it: the file is again what it was, octet for octet. Whether that was not refused. */
function addAndRemove(
  source: Source,
  record: { owner: Name; type: number; rdata: Uint8Array },
  ttl?: number,
): boolean {
  const { zone } = readZone(source);
  const result = editZone(source, { kind: "add", ...record, ...(ttl !== undefined && { ttl }) });
  if (!("octets" in result)) return false;
  const after = withOctets(source, result.octets);
  expect(addedLines(source, after)).toHaveLength(1);
  const row = readZone(after).zone.rows(record.owner, record.type).at(-1)!;
  const text = `${record.owner} ${readZone(after).zone.ttl(row)} ${typeName(record.type)} ${rdataToText(record.type, record.rdata)}`;
  expect(bag(readZone(after).zone)).toEqual([...bag(zone), text.toLowerCase()].sort());
  const back = editZone(after, { kind: "remove", ...record });
  expect("octets" in back && Buffer.from(back.octets).toString()).toBe(textOf(source));
  return true;
}

function textOf(source: Source): string {
  return Buffer.from(source.read(source.file)!).toString();
}

/** Lines of the second file that are not in the first, which is otherwise the same. */
function addedLines(before: Source, after: Source): string[] {
  const [old, fresh] = [before, after].map((source) => textOf(source).split(/\r?\n/)) as [string[], string[]];
  let head = 0;
  while (head < old.length && old[head] === fresh[head]) head++;
  const count = fresh.length - old.length;
  expect(fresh.slice(head + count)).toEqual(old.slice(head));
  return fresh.slice(head, head + count);
}

describe("an edit changes the record that was asked for, and nothing else", () => {
  test("in every zone of the torture list", () => {
    let [done, tried] = [0, 0];
    for (const { input, bare, includes } of Object.values(torture).flat()) {
      const source = sourceOf({ "example.zone": bare ? input : preamble + input, ...includes });
      const { zone } = readZone(source);
      for (let row = 0; row < Math.min(zone.size, 8); row++) {
        tried++;
        if (removeAndAdd(source, row)) done++;
      }
      addAndRemove(source, added);
    }
    expect(done).toBeGreaterThan(tried / 2);
  }, 60_000);

  test("in the demo's zones", () => {
    const names = readdirSync("zones").filter((name) => name.endsWith(".zone"));
    for (const name of names) {
      const origin = parseName(`${name.slice(0, -".zone".length)}.`);
      const source: Source = { file: `zones/${name}`, origin, read: (path) => readFileSync(path) };
      const { zone } = readZone(source);
      let done = 0;
      for (let row = 0; row < zone.size; row++) if (removeAndAdd(source, row)) done++;
      const own = Array.from({ length: zone.size }, (_, row) => zone.place(row)).filter(
        ({ file }) => file === source.file,
      );
      // All but the SOA.
      expect(done).toBe(own.length - 1);
      const record = { ...added, owner: parseName("new.host", origin) };
      expect(addAndRemove(source, record, 77)).toBe(true);
      expect(addAndRemove(source, record)).toBe(true);
    }
  }, 60_000);
});

const blank = fc.constantFrom(" ", "\t", "    ", "\t\t");
const name = fc.constantFrom("a", "b", "@", "www.a", "a.example.", "deep.b.a");
const target = fc.constantFrom("a", "b.example.", "@", "other.test.");
const data = fc.oneof(
  fc.integer({ min: 1, max: 250 }).map((number) => `A 192.0.2.${number}`),
  target.map((host) => `MX 10 ${host}`),
  fc.tuple(fc.integer({ min: 0, max: 9 }), target).map(([number, host]) => `SRV ${number} 0 80 ${host}`),
  fc.constantFrom('TXT "one  two"', 'TXT ( "x" ; c\n\n  "y" ) ; d', "TYPE65280 \\# 1 00"),
);
const record = fc
  .tuple(fc.option(name, { nil: "" }), blank, fc.constantFrom("", "60", "1h", "IN", "IN 5"), blank, data)
  .map((parts) => parts.join(""));
const spaced = record.map((line) => line.replace(/(60|1h|IN|5)(?=[A-Z])/g, "$1 ").replace(/IN(\d)/, "IN $1"));
const other = fc.constantFrom(
  "",
  "; note",
  "$ORIGIN sub.example.",
  "$ORIGIN example.",
  "$TTL 60",
  "$GENERATE 1-2 g$ A 192.0.2.$",
);
const zones = fc
  .tuple(
    fc.array(fc.oneof({ weight: 4, arbitrary: spaced }, other), { minLength: 1, maxLength: 12 }),
    fc.boolean(),
    fc.constantFrom("\n", "\r\n"),
    fc.boolean(),
  )
  .map(([lines, withTtl, end, final]) => {
    const start = withTtl ? preamble : preamble.replace("$TTL 3600\n", "").replace("@ IN", "@ 3600 IN");
    return (start + lines.join("\n") + (final ? "\n" : "")).replaceAll("\n", end);
  });

describe("in generated zones", () => {
  test("a record is removed and added", () => {
    let [done, tried] = [0, 0];
    fc.assert(
      fc.property(zones, fc.nat(), (text, pick) => {
        const source = sourceOf({ "example.zone": text });
        const { zone, errors } = readZone(source);
        expect(errors).toBe(0);
        tried++;
        if (removeAndAdd(source, pick % zone.size)) done++;
      }),
      { numRuns: 500 },
    );
    expect(done).toBeGreaterThan(tried / 2);
  });

  test("a record is added and removed, and the file is what it was", () => {
    let [done, tried] = [0, 0];
    fc.assert(
      fc.property(
        zones,
        name,
        target,
        fc.option(fc.constantFrom(5, 60, 3600), { nil: undefined }),
        (text, owner, host, ttl) => {
          const source = sourceOf({ "example.zone": text });
          tried++;
          const origin = parseName("example.");
          const record = recordOf(`${parseName(owner, origin)} SRV 99 1 1 ${parseName(host, origin)}`);
          if (addAndRemove(source, record, ttl)) done++;
        },
      ),
      { numRuns: 500 },
    );
    expect(done).toBeGreaterThan(tried / 2);
  });

  test("data is changed and changed back, and the file is what it was", () => {
    let [done, tried] = [0, 0];
    fc.assert(
      fc.property(zones, fc.integer({ min: 251, max: 254 }), (text, number) => {
        const source = sourceOf({
          "example.zone": `${text.replace(/\r?\n?$/, "\n")}change A 192.0.2.1 ; é\nlast A 192.0.2.2`,
        });
        const { zone } = readZone(source);
        tried++;
        const row = zone.size - 2;
        const [owner, type, before] = [zone.owner(row), zone.type(row), zone.rdata(row)];
        const after = recordOf(`. A 192.0.2.${number}`).rdata;
        const forth: RecordChange = { kind: "change", owner, type, rdata: before, to: { rdata: after } };
        const expected = without(bag(zone), describeRow(zone, row));
        expected.push(describeRow(zone, row).replace(/[^ ]+$/, `192.0.2.${number}`));
        const changed = edited(source, forth, expected);
        if (!changed) return;
        done++;
        const back = editZone(changed, { kind: "change", owner, type, rdata: after, to: { rdata: before } });
        expect("octets" in back && Buffer.from(back.octets).toString()).toBe(textOf(source));
      }),
      { numRuns: 300 },
    );
    expect(done).toBe(tried);
  });

  test("a TTL is changed, or it is refused", () => {
    let done = 0;
    fc.assert(
      fc.property(zones, fc.nat(), fc.constantFrom(5, 60, 3600, 7200), (text, pick, ttl) => {
        const source = sourceOf({ "example.zone": text });
        const { zone } = readZone(source);
        const row = pick % zone.size;
        const [owner, type, rdata] = [zone.owner(row), zone.type(row), zone.rdata(row)];
        const change: RecordChange = {
          kind: "change",
          owner,
          type,
          rdata,
          line: zone.place(row).line,
          to: { ttl },
        };
        const expected = without(bag(zone), describeRow(zone, row));
        expected.push(describeRow(zone, row).replace(/^(\S+) \d+/, `$1 ${ttl}`));
        if (edited(source, change, expected)) done++;
      }),
      { numRuns: 400 },
    );
    expect(done).toBeGreaterThan(100);
  });
});

test("whatever the file, an edit ends without throwing, and what it gives holds", () => {
  const piece = fc.constantFrom(
    ...' \t\n(;)"\\@.$\r\0é'.split(""),
    ...'a b.example. $ORIGIN $TTL $GENERATE 1-2 h$ IN 60 A 192.0.2.1 TXT NS "x" $INCLUDE'
      .split(" ")
      .map((word) => `${word} `),
    "\n",
    "\n ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), fc.nat(), (parts, headed, pick) => {
      const source = sourceOf({ "example.zone": (headed ? preamble : "") + parts.join("") });
      const { zone } = readZone(source);
      if (zone.size > 0) removeAndAdd(source, pick % zone.size);
      const record = recordOf("h.example. MX 1 b.example.");
      const text = "h.example. mx 1 b.example.";
      const result = editZone(source, { kind: "add", ...record });
      if (!("octets" in result)) return;
      const after = bag(readZone(withOctets(source, result.octets)).zone);
      expect(after.filter((one) => one.replace(/ \d+/, "") === text)).toHaveLength(1);
      expect(after).toHaveLength(zone.size + 1);
    }),
    { numRuns: 1500 },
  );
});
