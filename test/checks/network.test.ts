import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { addressOfReverse, reverseName } from "../../src/checks/network.ts";
import type { Name } from "../../src/dns/index.ts";

test("the name for an address stands for that address", () => {
  const octets = fc
    .constantFrom(4, 16)
    .chain((length) => fc.uint8Array({ minLength: length, maxLength: length }));
  fc.assert(
    fc.property(octets, (address) => {
      expect(Uint8Array.from(addressOfReverse(reverseName(address))!)).toEqual(address);
    }),
  );
});

test.each([
  "3.2.1.in-addr.arpa.",
  "5.4.3.2.1.in-addr.arpa.",
  "in-addr.arpa.",
  "4.3.2.256.in-addr.arpa.",
  "4.3.2.01.in-addr.arpa.",
  "4.3.2.x.in-addr.arpa.",
  "4.3.2.-1.in-addr.arpa.",
  "0/25.3.2.1.in-addr.arpa.",
  "4.3.2.1.example.",
  "1.0.ip6.arpa.",
])("%s stands for no address", (name) => {
  expect(addressOfReverse(name as Name)).toBeUndefined();
});
