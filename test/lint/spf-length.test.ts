import { expect, jest, test } from "@jest/globals";
import { Zone } from "../../src/dns/index.ts";
import { lint } from "../../src/lint/index.ts";
import { all, lintZone } from "./judge-example.ts";

/** How often a record's data is looked at for an owner with `count` SPF records, its name in several cases. */
function looks(count: number): number {
  const text = Array.from(
    { length: count },
    (_, i) => `${i % 2 ? "a" : "A"} TXT "v=spf1 ip4:192.0.2.${i} -all"`,
  );
  const zone = lintZone({
    origin: "example.org.",
    text: `$TTL 1h\n@ SOA ns1.example.com. h.example.com. 1 4h 1h 14d 1h\n@ NS ns1.example.com.\n${text.join("\n")}\n`,
  });
  const rdata = jest.spyOn(Zone.prototype, "rdata");
  const found = lint([zone], [zone], { settings: all }).filter(({ rule }) => rule === "spf-too-long");
  const calls = rdata.mock.calls.length;
  rdata.mockRestore();
  expect(found).toHaveLength(count);
  return calls;
}

test("the TXT records of an owner are summed up once, however many of them are SPF", () => {
  expect(looks(200) / looks(50)).toBeLessThan(5);
});
