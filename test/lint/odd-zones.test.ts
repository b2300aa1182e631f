import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { lint } from "../../src/lint/index.ts";
import { all, lintZone } from "./judge-example.ts";

const head =
  "$TTL 1h\n@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n";

/** Names made of what the rules on names and wildcards look at, in any order. */
const label = fc.constantFrom(
  "*",
  "_dmarc",
  "_tcp",
  "www",
  "-a",
  "b-",
  "a_b",
  "xn--a",
  "xn--mnchen-3ya",
  "a,b",
  "\\064x",
  "{{a}}",
  "192",
  "ab--c",
  "\\255",
  "A",
);
const name = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join("."));
const record = fc.oneof(
  name.map((owner) => `${owner} A 192.0.2.1`),
  fc.tuple(name, name).map(([owner, target]) => `${owner} MX 10 ${target}`),
  fc.tuple(name, name).map(([owner, target]) => `${owner} SRV 0 0 1 ${target}.`),
  fc.tuple(name, fc.uint8Array({ maxLength: 40 })).map(([owner, octets]) => `${owner} TXT ${quoted(octets)}`),
  fc.tuple(name, fc.nat(4_000_000)).map(([owner, ttl]) => `${owner} ${ttl} AAAA 2001:db8::1`),
);
const body = fc.array(record, { maxLength: 12 }).map((records) => records.join("\n"));

test("no rule stops at a fault of its own, whatever the names and the data are", () => {
  fc.assert(
    fc.property(body, body, fc.nat(2 ** 32 - 1), (before, now, clock) => {
      const zone = lintZone({
        origin: "harbour-radio.net.",
        text: `${head}${now}\n`,
        before: `${head}${before}\n`,
        serial: "from-file",
      });
      const faults = lint([zone], [zone], { settings: all, now: clock * 1000 }).filter(({ rule }) =>
        rule.startsWith("internal/"),
      );
      expect(faults).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

function quoted(octets: Uint8Array): string {
  return `"${Array.from(octets, (octet) => `\\${String(octet).padStart(3, "0")}`).join("")}"`;
}
