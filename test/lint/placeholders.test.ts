import { expect, test } from "@jest/globals";
import { parseName } from "../../src/dns/index.ts";
import { placeholderIn, placeholderInName } from "../../src/lint/known/index.ts";

test.each([
  ["v=spf1 ip4:{{ mail_ip }} -all", "{{ mail_ip }}"],
  ["token=<your-token here>", "<your-token here>"],
  ["@SERIAL@", "@SERIAL@"],
  ["REPLACE ME", "REPLACE ME"],
  ["v=DMARC1; rua=mailto:dmarc@example.com", "example.com"],
  ["key=%%KEY%%", "%%KEY%%"],
])("%s", (text, found) => {
  expect(placeholderIn(text)).toBe(found);
});

test.each([
  "v=spf1 include:_spf.harbour-radio.net ~all",
  "v=spf1 exists:%{ir}.%{l1r+-}._spf.%{d} %% -all",
  "<https://harbour-radio.net>",
  "p=MIGfMA0GCSqGSIb3DQEBAQUAA4GN+changes/yours",
  "mail@notexample.community",
])("%s is no placeholder", (text) => {
  expect(placeholderIn(text)).toBeUndefined();
});

test("names for documentation, and marks in names", () => {
  expect(placeholderInName(parseName("ns1.example.com."))).toBe("example.com");
  expect(placeholderInName(parseName("REPLACE&ME\\$WITH^YOUR\\@NAMESERVER."))).toBe("REPLACE&ME");
  expect(placeholderInName(parseName("example.harbour-radio.net."))).toBeUndefined();
});
