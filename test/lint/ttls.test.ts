import { expect, test } from "@jest/globals";
import { lint } from "../../src/lint/index.ts";
import { oddTtls } from "../../src/lint/records/index.ts";
import { all, lintZone } from "./judge-example.ts";

const zoneOf = (body: string) =>
  lintZone({
    origin: "example.org.",
    text: `$TTL 5w\n@ 1h SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h\n@ 1h NS ns1.example.com.\n@ 1h NS ns2.example.com.\n${body}\n`,
  });

test("a TTL is told of wherever it is written, and once where $TTL gives it", () => {
  const zone = zoneOf("a A 192.0.2.1\nb A 192.0.2.2\nc 6w A 192.0.2.3\nd 6w A 192.0.2.4\ne A 192.0.2.5");
  const lines = [...oddTtls(zone, (ttl) => ttl > 604_800)].map(({ row }) => zone.zone.place(row).line);
  expect(lines).toEqual([5, 7, 8]);
});

test("a zone full of them is not looked through record by record", () => {
  const body = Array.from({ length: 3000 }, (_, i) => `h${i} 6w A 192.0.2.1`).join("\n");
  let looks = 0;
  const zone = zoneOf(body);
  const counting = {
    ...zone,
    tokens(row: number) {
      looks += 1;
      return zone.tokens(row);
    },
  };
  const told = [...oddTtls(counting, (ttl) => ttl > 604_800)].length;
  expect(told).toBeLessThan(1100);
  expect(looks).toBeLessThan(1100);
});

test("a TTL of 0 is a warning, a short one an info", () => {
  const zone = zoneOf("a 0 A 192.0.2.1\nb 5 A 192.0.2.2");
  const found = lint([zone], [zone], { settings: all }).filter(({ rule }) => rule === "ttl-low");
  expect(found.map(({ severity }) => severity)).toEqual(["warning", "info"]);
});

test("the TTL of NSEC3PARAM, and of its signature, is nobody's concern", () => {
  const signature = "13 2 0 20260101000000 20250101000000 1 example.org. AAAA";
  const zone = zoneOf(`@ 0 NSEC3PARAM 1 0 0 -\n@ 0 RRSIG NSEC3PARAM ${signature}\n@ 0 RRSIG NS ${signature}`);
  const lines = [...oddTtls(zone, (ttl) => ttl === 0)].map(({ row }) => zone.zone.place(row).line);
  expect(lines).toEqual([7]);
});
