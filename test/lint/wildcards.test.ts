import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { isAtOrBelow, lookup, type Name, parentOf, parseName, TYPE, type Zone } from "../../src/dns/index.ts";
import { lint } from "../../src/lint/index.ts";
import { all, lintZone } from "./judge-example.ts";

const origin = parseName("example.org.");
const label = fc.constantFrom("*", "a", "b", "_t");
const name = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => labels.join("."));
const data = fc.constantFrom("A 192.0.2.1", 'TXT "x"', "MX 10 mx.example.net.");
const body = fc.array(fc.tuple(name, data), { maxLength: 8 });

test("what is said of names beside wildcards is what a nameserver would answer", () => {
  fc.assert(
    fc.property(body, (records) => {
      const zone = lintZone({
        origin,
        text: `$TTL 1h\n@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n${records.map((record) => record.join(" ")).join("\n")}\n`,
      });
      const found = lint([zone], [zone], { settings: all }).filter(
        ({ rule }) => rule === "wildcard-shadowed",
      );
      const told = found.map(({ message }) => message.split(" ")[0]!.toLowerCase());
      expect(told.sort()).toEqual(namesWithoutAddress(zone.zone).sort());
    }),
  );
});

/** Owners beside a wildcard that give no address, where a name that is not there would get one from the wildcard. */
function namesWithoutAddress(zone: Zone): Name[] {
  return zone.owners().filter((owner) => {
    if (owner === origin || !isAtOrBelow(owner, origin) || /^[*_]/.test(owner)) return false;
    const stranger = parseName("stranger", parentOf(owner));
    const wildcard = lookup(zone, stranger, TYPE.A);
    const isBeside = zone.rows(parseName("*", parentOf(owner)), TYPE.A).length > 0;
    return isBeside && wildcard.kind === "answer" && lookup(zone, owner, TYPE.A).kind === "nodata";
  });
}

test("a name below a delegation has no wildcard beside it", () => {
  const zone = lintZone({
    origin,
    text: '$TTL 1h\n@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n* A 192.0.2.1\nlab NS ns1.example.net.\nlab NS ns2.example.net.\n_acme-challenge.x.lab TXT "t"\n',
  });
  const found = lint([zone], [zone], { settings: all }).map(({ rule }) => rule);
  expect(found.filter((rule) => rule.startsWith("wildcard-"))).toEqual([]);
});
