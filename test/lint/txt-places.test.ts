import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { placeFor } from "../../src/lint/mail/index.ts";

const labelsOf = (owner: string) => (owner === "@" ? [] : owner.split("."));

describe("a record that nobody finds", () => {
  test.each([
    ["v=DMARC1; p=none", "@", "_dmarc"],
    ["v=DMARC1; p=none", "dmarc", "_dmarc"],
    ["v=DMARC1; p=none", "www._dmarc", "_dmarc.www"],
    ["v=DKIM1; p=", "mail.domainkey", "mail._domainkey"],
    ["v=STSv1; id=1", "mta-sts.lab", "_mta-sts.lab"],
    ["v=TLSRPTv1; rua=mailto:a@b.c", "smtp._tls", "_smtp._tls"],
    ["v=TLSRPTv1; rua=mailto:a@b.c", "@", "_smtp._tls"],
    ["v=BIMI1; l=", "default.bimi", "default._bimi"],
  ])("%s at %s belongs to %s", (text, owner, meant) => {
    expect(placeFor(text, labelsOf(owner))?.labels).toEqual(labelsOf(meant));
  });

  test.each([
    ["v=DKIM1; p=", "@"],
    ["v=DKIM1; p=", "_domainkey"],
    ["v=TLSRPTv1; rua=mailto:a@b.c", "_tls"],
  ])("%s at %s is misplaced, and what was meant is not known", (text, owner) => {
    expect(placeFor(text, labelsOf(owner))).not.toHaveProperty("labels");
    expect(placeFor(text, labelsOf(owner))).toBeDefined();
  });
});

test.each([
  ["v=DMARC1; p=none", "_dmarc"],
  ["v=DMARC1; p=none", "_dmarc.www"],
  ["v=DMARC1", "example.net._report._dmarc"],
  ["v=DMARC1; p=none", "policy-for-customers"],
  ["v=DKIM1; p=", "mail._domainkey.lab"],
  ["v=DKIM1; p=", "s1.domainkey.u123.wl"],
  ["v=STSv1; id=1", "_mta-sts"],
  ["v=TLSRPTv1; rua=mailto:a@b.c", "_smtp._tls.lab"],
  ["v=spf1 -all", "@"],
  ["v=DMARC10", "@"],
])("%s at %s is let pass", (text, owner) => {
  expect(placeFor(text, labelsOf(owner))).toBeUndefined();
});

test("where a record belongs, it is let pass", () => {
  const version = fc.constantFrom("v=DMARC1;", "v=DKIM1;", "v=STSv1;", "v=TLSRPTv1;", "v=BIMI1;");
  const label = fc.constantFrom(
    "_dmarc",
    "dmarc",
    "_domainkey",
    "domainkey",
    "_tls",
    "_smtp",
    "smtp",
    "www",
    "_bimi",
  );
  fc.assert(
    fc.property(version, fc.array(label, { maxLength: 4 }), (text, labels) => {
      const meant = placeFor(text, labels)?.labels;
      return meant === undefined || placeFor(text, meant) === undefined;
    }),
  );
});
