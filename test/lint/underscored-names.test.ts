import { describe, expect, test } from "@jest/globals";
import { TYPE } from "../../src/dns/index.ts";
import { mistypedUnderscored } from "../../src/lint/names/index.ts";
import { isKnownUnderscored } from "../../src/lint/names/underscored.ts";

describe("a mistyped name", () => {
  test.each([
    ["_dmrac", TYPE.TXT, "_dmarc"],
    ["_domainkeys", TYPE.TXT, "_domainkey"],
    ["_domainkey2x", TYPE.TXT, undefined],
    ["_acme-chalenge", TYPE.CNAME, "_acme-challenge"],
    ["_tpc", TYPE.SRV, "_tcp"],
    ["_upd", TYPE.SRV, "_udp"],
  ])("%s", (label, type, meant) => {
    expect(mistypedUnderscored(label, [type])).toBe(meant);
  });

  test("is looked for among those that have such records", () => {
    expect(mistypedUnderscored("_tpc", [TYPE.TXT])).toBeUndefined();
    expect(mistypedUnderscored("_dmrac", [TYPE.SRV])).toBeUndefined();
  });
});

test("what is known, put aside or made up by a service is no slip", () => {
  for (const label of ["_dmarc", "_DMARC", "_tls", "_github-challenge-acme", "_dmarc-old", "_dmarc2", "_x1a"])
    expect(mistypedUnderscored(label, [TYPE.TXT, TYPE.SRV])).toBeUndefined();
  for (const label of ["_tcp", "_spf3", "_ta-4f66", "_gitlab-pages-verification-code", "_msdcs"])
    expect(isKnownUnderscored(label)).toBe(true);
});
