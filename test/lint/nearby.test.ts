import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { TYPE } from "../../src/dns/index.ts";
import { RepositoryWorld } from "../../src/lint/engine/index.ts";
import { lint } from "../../src/lint/index.ts";
import { setsOfSeveralTtls } from "../../src/lint/records/index.ts";
import { References } from "../../src/lint/references.ts";
import { resolve } from "../../src/lint/world.ts";
import { lintZone } from "./judge-example.ts";

const name = fc
  .array(fc.constantFrom("a", "B", "b", "*", "sub"), { minLength: 1, maxLength: 3 })
  .map((labels) => labels.join("."));
const target = fc.oneof(name, name, fc.constantFrom("@", ".", "a.sub.example.org.", "host.example.net."));
const data = fc.oneof(
  fc.constantFrom("A 192.0.2.1", "AAAA 2001:db8::1", "TXT x", "60 A 192.0.2.2", "A 192.0.2.1"),
  fc
    .tuple(fc.constantFrom("CNAME", "NS", "DNAME", "MX 10", "SRV 0 0 1", "PTR"), target)
    .map((pair) => pair.join(" ")),
);
const body = fc
  .array(
    fc.tuple(fc.oneof(name, name, fc.constant("@")), data).map((pair) => pair.join(" ")),
    { maxLength: 14 },
  )
  .map((lines) => lines.join("\n"));

function zoneOf(text: string) {
  return lintZone({
    origin: "example.org.",
    text: `$TTL 1h\n@ SOA ns.example.com. h.example.com. 1 2h 1h 14d 1h\n@ NS ns.example.com.\n${text}\n`,
  });
}

describe("what is seen without a lookup", () => {
  test("of a target is what a lookup says", () => {
    fc.assert(
      fc.property(body, (text) => {
        const zone = zoneOf(text);
        const world = new RepositoryWorld([zone]);
        for (const reference of References.of(zone.zone)) {
          const looked = world.addresses(reference.target, zone.view);
          expect(reference.addressesHere ?? looked).toBe(looked);
          expect(reference.existsHere).toBe(zone.zone.exists(reference.target));
          for (const type of [TYPE.A, TYPE.AAAA] as const) {
            const found = resolve(world, zone.view, reference.target, type);
            const owns = found && found.rows.length > 0;
            expect(reference.ownsHere(type) ?? owns).toBe(owns);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test("is asked only where no other zone of the repository decides", () => {
    const parent = zoneOf("www CNAME a.sub\nmx MX 10 a.sub\na.sub A 192.0.2.1");
    const child = lintZone({
      origin: "sub.example.org.",
      text: "$TTL 1h\n@ SOA ns.example.com. h.example.com. 1 2h 1h 14d 1h\n@ NS ns.example.com.\n",
    });
    const found = lint([parent, child], [parent, child]).map(({ rule, line }) => `${rule} ${line}`);
    expect(found).toEqual(["cname-dangling 4", "mx-target-no-address 5", "deleg-child-zone-occludes 6"]);
  });
});

test("sets of several TTLs have every set whose TTLs differ, in file order", () => {
  fc.assert(
    fc.property(body, (text) => {
      const { zone } = zoneOf(text);
      const differing = [...zone.rrsets()]
        .map(({ rows }) => rows)
        .filter((rows) => new Set(rows.map((row) => zone.ttl(row))).size > 1);
      const found = setsOfSeveralTtls(zone).map((rows) => rows.join());
      expect(found).toEqual(expect.arrayContaining(differing.map((rows) => rows.join())));
    }),
  );
});

test("records below a delegation are found whatever their order, under the highest one", () => {
  const judged = [zoneOf("x.b.a A 192.0.2.1\nb.a NS ns.example.net.\na NS ns.example.net.")];
  const found = lint(judged, judged);
  expect(found.map(({ line, message }) => `${line} ${message.split(":")[0]}`)).toEqual([
    "4 a.example.org. is delegated",
    "5 a.example.org. is delegated",
  ]);
});
