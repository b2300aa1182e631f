import { describe, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { contentHash, isAtOrBelow, lookup, parseName, TYPE, zoneText } from "../../src/dns/index.ts";
import { type ParseOptions, type ParseResult, parseZone } from "../../src/zonefile/index.ts";
import { LIMITS } from "../../src/zonefile/limits.ts";
import { PlainLines } from "../../src/zonefile/plain-lines.ts";
import { parseRevision, type Revision } from "../../src/zonefile/revision.ts";
import { edit, edited, file } from "./edited-files.ts";

const apex = parseName("example.");
const names = [
  "example.",
  "www.example.",
  "a.b.example.",
  "b.example.",
  "x.y.b.example.",
  "sub.example.",
].map((name) => parseName(name));

function optionsFor(octets: Uint8Array): ParseOptions {
  const more = Buffer.from("inc A 192.0.2.9\n\tAAAA ::1\n");
  const files: Record<string, Uint8Array> = { "example.zone": octets, "more.inc": more };
  return { file: "example.zone", origin: apex, read: (path) => files[path] };
}

/** Everything that can be told of a zone and was said about it. */
function observed({ zone, diagnostics, files, missing }: ParseResult): object {
  const rows = Array.from({ length: zone.size }, (_, row) => [
    zone.owner(row),
    zone.type(row),
    zone.ttl(row),
    Buffer.from(zone.rdata(row)).toString("hex"),
    zone.place(row),
  ]);
  return {
    rows,
    diagnostics,
    files,
    missing,
    owners: zone.owners(),
    sets: [...zone.rowSets()],
    rowsOf: names.map((name) => zone.rows(name)),
    exist: names.map((name) => zone.exists(name)),
    answers: names.filter((name) => isAtOrBelow(name, zone.apex)).map((name) => lookup(zone, name, TYPE.A)),
    soa: zone.soa(),
    crowded: zone.crowdedAliases(),
    repetitions: zone.repetitions(),
    hash: contentHash(zone),
    text: zoneText(zone),
  };
}

const spacing = fc.constantFrom(1, 10, 60);

function revise(text: string | Uint8Array, earlier?: Revision, every = 1): Revision {
  return parseRevision(optionsFor(Buffer.from(text)), earlier, every);
}

function expectAsWhole(revision: Revision, text: string | Uint8Array): void {
  expect(observed(revision)).toEqual(observed(parseZone(optionsFor(Buffer.from(text)))));
}

const soa = "@ 60 SOA ns1 root 1 2 3 4 5\n";

describe("a revision read from an earlier one", () => {
  test("is what reading the whole file gives, through any edits", () => {
    let shared = 0;
    fc.assert(
      fc.property(
        file,
        fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        spacing,
        fc.boolean(),
        (start, edits, every, look) => {
          let octets: Uint8Array = start;
          let revision = revise(octets, undefined, every);
          expectAsWhole(revision, octets);
          for (const steps of edits) {
            // What was worked out for one zone goes over to the next.
            if (look) observed(revision);
            octets = steps.reduce(edited, octets);
            const next = revise(octets, revision, every);
            if (next.zone.ownersChangedSince(revision.zone)) shared++;
            expectAsWhole(next, octets);
            revision = next;
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(shared).toBeGreaterThan(100);
  });

  test.each([
    [
      "owner inherited across $ORIGIN",
      "a A 192.0.2.1\n",
      "$ORIGIN sub\n$ORIGIN example.\n",
      "",
      " A 192.0.2.2\n A 192.0.2.3\n",
    ],
    [
      "second SOA",
      "",
      "@ SOA ns1 root 9 2 3 4 5\n",
      "@ SOA ns1 root 1 2 3 4 5\n",
      "a A 192.0.2.1\n@ SOA ns1 root 1 2 3 4 5\n",
    ],
    [
      "first CRLF",
      "a A 192.0.2.1\n",
      "b A 192.0.2.2\r\n",
      "b A 192.0.2.2\n",
      "c A 192.0.2.3\nd A 192.0.2.4\r\n",
    ],
    ["first CRLF stays", "a A 192.0.2.1\r\n", "b A 192.0.2.2\r\n", "", "c A 192.0.2.3\nd A 192.0.2.4\r\n"],
    [
      "parenthesis closed",
      "a A 192.0.2.1\n",
      "b TXT ( x\n",
      "b TXT ( x )\n",
      "c A 192.0.2.3\nd A 192.0.2.4 )\n",
    ],
    [
      "too much generated",
      "a A 192.0.2.1\n",
      "$GENERATE 1-70000 x$ A 192.0.2.1\n".repeat(8),
      "",
      "b A 192.0.2.2\n$GENERATE 1-2 h$ A 192.0.2.$\n",
    ],
    [
      "too many lost parentheses",
      "a A 192.0.2.1\n",
      "a TXT ( x\n".repeat(LIMITS.recoveries),
      "",
      "b TXT ( x\nc A 192.0.2.1\n",
    ],
    ["too many errors", "", "a A x\n".repeat(LIMITS.errors), "", "b A 192.0.2.1\nb A y\n"],
    [
      "too many warnings",
      "",
      "a A 192.0.2.1\r\na MB x\n".repeat(LIMITS.warnings),
      "",
      "b MB y\nb A 192.0.2.1\n",
    ],
    ["byte order mark", "", "\ufeff", "", "a A 192.0.2.1\n"],
    ["included file", "", "$INCLUDE more.inc\n", "", "a A 192.0.2.1\n"],
    ["missing file", "", "$INCLUDE none.inc\n", "", "a A 192.0.2.1\n"],
    ["TTL leaves", "", "$TTL 5\n", "", "a A 192.0.2.1\nb 7 A 192.0.2.1\n"],
    ["other spelling", "a A 192.0.2.1\n", "A A 192.0.2.2\n", "a A 192.0.2.2\n", "a A 192.0.2.3\n"],
  ])("of which the part that changed reaches further: %s", (_, above, one, other, below) => {
    const texts = [one, other].map((part) => [soa, above, part, below, "z A 192.0.2.9\n"].join(""));
    for (const [from, to] of [texts, texts.toReversed()]) {
      const before = revise(from!);
      expectAsWhole(before, from!);
      expectAsWhole(revise(to!, before), to!);
    }
  });

  test("gives a record up that is too long to be one where the whole file does", () => {
    const comment = `;${"x".repeat(LIMITS.entryOctets)}\n`;
    const texts = [
      `${soa}a TXT ( x\n${comment} y\nb A 192.0.2.1\nc A 192.0.2.2\n`,
      `${soa}a TXT ( x\n${comment} y\n b A 192.0.2.1\nc A 192.0.2.2\n`,
      `${soa}a TXT ( x\nd A 192.0.2.3\n${comment} y\nc A 192.0.2.2\n`,
      `${soa}a TXT ( x\nd A 192.0.2.3\n)\n${comment} y\nc A 192.0.2.2\n`,
    ];
    for (const from of texts) {
      const earlier = revise(from);
      for (const to of texts) expectAsWhole(revise(to, earlier), to);
    }
  });

  test("is not read from one of another zone, file or depth of inclusions", () => {
    const octets = Buffer.from(`${soa}$INCLUDE more.inc\na A 192.0.2.1\n`);
    const tasks = [
      optionsFor(octets),
      { ...optionsFor(octets), origin: parseName("sub.example.") },
      { ...optionsFor(octets), maxIncludeDepth: 0 },
      { ...optionsFor(octets), file: "other.zone", read: () => octets },
    ];
    const results = tasks.map((task) => parseRevision(task, undefined, 1));
    for (const earlier of results) {
      for (const task of tasks) {
        expect(observed(parseRevision(task, earlier, 1))).toEqual(observed(parseZone(task)));
      }
    }
  });

  test("is made from little of the file where that changed in several places", () => {
    const lines = Array.from({ length: 2000 }, (_, host) => `host-${host} A 192.0.2.${host % 256}`);
    const text = (serial: number, records: string[]) =>
      [soa.replace("1", String(serial)), ...records].join("\n");
    const base = revise(text(1, lines), undefined, 1024);
    const changed = lines
      .with(1000, "www A 192.0.2.1")
      .toSpliced(1500, 1)
      .with(1990, "host-1991 A 192.0.2.9");
    const reading = jest.spyOn(PlainLines.prototype, "read");
    const next = revise(text(22, changed), base, 1024);
    const linesRead = reading.mock.results.reduce((sum, { value }) => sum + Number(value), 0);
    reading.mockRestore();
    expect(linesRead).toBeLessThan(500);
    const owners = ["@", "host-1000", "www", "host-1500", "host-1991"];
    const names = owners.map((owner) => parseName(owner, apex));
    expect([...next.zone.ownersChangedSince(base.zone)!].toSorted()).toEqual(names.toSorted());
    expectAsWhole(next, text(22, changed));
  });

  test("keeps no more of a thousand changes than of a few", () => {
    const lines = Array.from({ length: 500 }, (_, host) => `host-${host} A 192.0.2.${host % 256}`);
    const text = () => soa + lines.join("\n");
    let revision = revise(text(), undefined, 1024);
    let made = 0;
    for (let step = 0; step < 1000; step++) {
      const at = (step * 7919) % (lines.length - 3);
      lines.splice(at, 3, ...["x", "y", "z"].map((name) => `${name}-${step} A 192.0.2.1`));
      const next = revise(text(), revision, 1024);
      if (next.zone.ownersChangedSince(revision.zone)) made++;
      revision = next;
      const { names, rdata } = revision.zone.columns;
      expect(names.key.length).toBeLessThan(2000);
      expect(rdata.length).toBeLessThan(3000);
      expect(revision.trace?.checkpoints.length).toBeLessThan(30);
    }
    // All but the few that were read as a whole, which leaves unused names out.
    expect(made).toBeGreaterThan(990);
    expect(made).toBeLessThan(1000);
    expectAsWhole(revision, text());
  }, 60_000);
});
