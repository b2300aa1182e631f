import { describe, expect, test } from "@jest/globals";
import {
  type AnswerRRset,
  type LookupResult,
  lookup,
  parseName,
  rdataToText,
  typeCode,
  typeName,
  type Zone,
} from "../../../src/dns/index.ts";
import { buildZone } from "../build-zone.ts";

const origin = parseName("example.");
const soa = "@ 3600 SOA ns hm 1 3600 900 604800 300";

function ask(zone: Zone, question: string): LookupResult {
  const [name, type] = question.split(" ");
  return lookup(zone, parseName(name!, origin), typeCode(type!)!);
}

/** Records as `OWNER TTL TYPE RDATA`. */
function shown(rrsets: readonly AnswerRRset[]): string[] {
  return rrsets.flatMap(({ owner, ttl, type, rdata }) =>
    rdata.map((octets) => `${owner} ${ttl} ${typeName(type)} ${rdataToText(type, octets)}`),
  );
}

const negative = ["example. 300 SOA ns.example. hm.example. 1 3600 900 604800 300"];

describe("the example zone of RFC 4592 §2.2.1", () => {
  const zone = buildZone("example.", [
    soa,
    "@ 3600 NS ns.example.com.",
    "@ 3600 NS ns.example.net.",
    '* 3600 TXT "this is a wildcard"',
    "* 3600 MX 10 host1",
    'sub.* 3600 TXT "this is not a wildcard"',
    "host1 3600 A 192.0.2.1",
    "_ssh._tcp.host1 3600 SRV 0 0 22 host1",
    "_ssh._tcp.host2 3600 SRV 0 0 22 host2",
    "subdel 3600 NS ns.example.com.",
    "subdel 3600 NS ns.example.net.",
  ]);

  test.each([
    ["host3 MX", ["host3.example. 3600 MX 10 host1.example."]],
    ["foo.bar TXT", ['foo.bar.example. 3600 TXT "this is a wildcard"']],
    ["* TXT", ['*.example. 3600 TXT "this is a wildcard"']],
    ["sub.* TXT", ['sub.*.example. 3600 TXT "this is not a wildcard"']],
  ])("%s is answered", (question, answer) => {
    const result = ask(zone, question);
    expect(result).toMatchObject({ rcode: "NOERROR", kind: "answer", authoritative: true, authority: [] });
    expect(shown(result.answer)).toEqual(answer);
  });

  test.each([
    ["host3 A", "the wildcard has no such type"],
    ["host1 MX", "the name exists"],
    ["sub.* MX", "the name exists"],
    ["host2 A", "an empty non-terminal exists"],
    ["_tcp.host1 SRV", "an empty non-terminal exists"],
  ])("%s has no data: %s", (question) => {
    const result = ask(zone, question);
    expect(result).toMatchObject({ rcode: "NOERROR", kind: "nodata", authoritative: true, answer: [] });
    expect(shown(result.authority)).toEqual(negative);
  });

  test.each([
    ["_telnet._tcp.host1 SRV", "its closest encloser has no wildcard"],
    ["ghost.* MX", "its closest encloser is the wildcard itself"],
  ])("%s does not exist: %s", (question) => {
    const result = ask(zone, question);
    expect(result).toMatchObject({ rcode: "NXDOMAIN", kind: "nxdomain", authoritative: true, answer: [] });
    expect(shown(result.authority)).toEqual(negative);
  });

  test("host.subdel A is a referral", () => {
    const result = ask(zone, "host.subdel A");
    expect(result).toMatchObject({ rcode: "NOERROR", kind: "referral", authoritative: false, answer: [] });
    expect(shown(result.authority)).toEqual([
      "subdel.example. 3600 NS ns.example.com.",
      "subdel.example. 3600 NS ns.example.net.",
    ]);
  });
});

describe("wildcards", () => {
  test("the rows of a synthesised answer are the wildcard's", () => {
    const zone = buildZone("example.", [soa, "*.w 60 A 192.0.2.1"]);
    const [rrset] = ask(zone, "A.b.w A").answer;
    expect(rrset).toMatchObject({ owner: "A.b.w.example.", rows: [1] });
    expect(zone.owner(rrset!.rows[0]!)).toBe("*.w.example.");
  });

  test("a wildcard that is an empty non-terminal makes names without data", () => {
    const zone = buildZone("example.", [soa, "x.* 60 A 192.0.2.1"]);
    expect(ask(zone, "anything A")).toMatchObject({ rcode: "NOERROR", kind: "nodata" });
  });

  test("a wildcard alias is followed", () => {
    const zone = buildZone("example.", [soa, "* 60 CNAME www", "www 60 A 192.0.2.1"]);
    expect(shown(ask(zone, "x A").answer)).toEqual([
      "x.example. 60 CNAME www.example.",
      "www.example. 60 A 192.0.2.1",
    ]);
  });
});

describe("aliases", () => {
  const zone = buildZone("example.", [
    soa,
    "a 60 CNAME B",
    "b 70 CNAME c",
    "c 80 A 192.0.2.1",
    "out 60 CNAME www.other.",
    "gone 60 CNAME nowhere",
    "empty 60 CNAME @",
    "self 60 CNAME self",
    "one 60 CNAME two",
    "two 60 CNAME ONE",
    "down 60 CNAME host.del",
    "del 60 NS ns.other.",
    ...Array.from({ length: 30 }, (_, i) => `long${i} 60 CNAME long${i + 1}`),
  ]);

  test("are followed inside the zone, each shown under the name looked for", () => {
    const result = ask(zone, "A A");
    expect(result).toMatchObject({ kind: "answer", chain: ["A.example.", "B.example.", "c.example."] });
    expect(shown(result.answer)).toEqual([
      "A.example. 60 CNAME B.example.",
      "B.example. 70 CNAME c.example.",
      "c.example. 80 A 192.0.2.1",
    ]);
  });

  test.each(["CNAME", "ANY"])("are the answer to %s", (type) => {
    expect(ask(zone, `a ${type}`)).toMatchObject({ kind: "answer", chain: ["a.example."] });
  });

  test("that leave the zone say where to", () => {
    const result = ask(zone, "out A");
    expect(result).toMatchObject({ rcode: "NOERROR", kind: "alias", leaves: "www.other.", authority: [] });
    expect(shown(result.answer)).toEqual(["out.example. 60 CNAME www.other."]);
  });

  test.each([
    ["gone", "NXDOMAIN", "nxdomain"],
    ["empty", "NOERROR", "nodata"],
  ])("%s ends as its last name does (RFC 6604 §3)", (name, rcode, kind) => {
    const result = ask(zone, `${name} A`);
    expect(result).toMatchObject({ rcode, kind, authoritative: true });
    expect(result.answer).toHaveLength(1);
    expect(shown(result.authority)).toEqual(negative);
  });

  test("that go in a circle are shown once each", () => {
    expect(shown(ask(zone, "self A").answer)).toEqual(["self.example. 60 CNAME self.example."]);
    const result = ask(zone, "one A");
    expect(result).toMatchObject({ kind: "alias", rcode: "NOERROR" });
    expect(result.leaves).toBeUndefined();
    expect(result.answer).toHaveLength(2);
  });

  test("in a chain without end are cut off", () => {
    expect(ask(zone, "long0 A")).toMatchObject({ kind: "alias", authority: [] });
    expect(ask(zone, "long0 A").answer).toHaveLength(17);
  });

  test("into a delegation end in an authoritative answer with the referral", () => {
    const result = ask(zone, "down A");
    expect(result).toMatchObject({ kind: "referral", authoritative: true });
    expect(shown(result.authority)).toEqual(["del.example. 60 NS ns.other."]);
  });
});

describe("delegations", () => {
  const zone = buildZone("example.", [
    soa,
    "@ 60 NS ns.del",
    "del 60 NS ns.del",
    "del 60 NS ns2",
    "del 60 NS ns.other.",
    "del 60 DS 1 13 9 abcd",
    "del 60 TXT occluded",
    "ns.del 60 A 192.0.2.1",
    "ns.del 60 AAAA 2001:db8::1",
    "ns2 60 A 192.0.2.2",
    "www.del 60 A 192.0.2.3",
    "del.del 60 NS ns.deeper.",
    "unsigned 60 NS ns2",
    "mx 60 MX 10 ns2",
    "mx 60 MX 20 ns.del",
    "mx 60 MX 30 NS2",
  ]);

  test.each([
    "del A",
    "del NS",
    "del TXT",
    "del ANY",
    "www.del A",
    "ns.del A",
    "x.www.del A",
    "x.del.del A",
    "x.del DS",
  ])("%s is referred to the child, with all glue", (question) => {
    const result = ask(zone, question);
    expect(result).toMatchObject({ rcode: "NOERROR", kind: "referral", authoritative: false, answer: [] });
    expect(shown(result.authority)).toEqual([
      "del.example. 60 NS ns.del.example.",
      "del.example. 60 NS ns.other.",
      "del.example. 60 NS ns2.example.",
    ]);
    expect(shown(result.additional)).toEqual([
      "ns.del.example. 60 A 192.0.2.1",
      "ns.del.example. 60 AAAA 2001:db8::1",
      "ns2.example. 60 A 192.0.2.2",
    ]);
  });

  test("DS at the cut is the parent's to answer, also that there is none", () => {
    expect(ask(zone, "del DS")).toMatchObject({ kind: "answer", authoritative: true });
    expect(shown(ask(zone, "del DS").answer)).toEqual(["del.example. 60 DS 1 13 9 abcd"]);
    const none = ask(zone, "unsigned DS");
    expect(none).toMatchObject({ rcode: "NOERROR", kind: "nodata", authoritative: true });
    expect(shown(none.authority)).toEqual(negative);
  });

  test("the apex's own NS are an answer, with addresses even from below a cut", () => {
    const result = ask(zone, "@ NS");
    expect(result).toMatchObject({ kind: "answer", authoritative: true });
    expect(shown(result.additional)).toContain("ns.del.example. 60 A 192.0.2.1");
  });

  test("addresses of other targets are given once, and only where they are this zone's own", () => {
    expect(shown(ask(zone, "mx MX").additional)).toEqual(["ns2.example. 60 A 192.0.2.2"]);
  });
});

describe("DNAME", () => {
  const long = Array.from({ length: 4 }, () => "x".repeat(50)).join(".");
  const zone = buildZone("example.", [
    soa,
    "old 90 DNAME new",
    "old 60 TXT own",
    "hidden.old 60 A 192.0.2.9",
    "www.new 60 A 192.0.2.1",
    "alias.new 60 CNAME www.old",
    "away 60 DNAME other.",
    `far 60 DNAME ${long}`,
    "* 60 DNAME new",
  ]);

  test("redirects what is below its owner, through a CNAME with its TTL", () => {
    const result = ask(zone, "WWW.old A");
    expect(result).toMatchObject({ rcode: "NOERROR", kind: "answer" });
    expect(shown(result.answer)).toEqual([
      "old.example. 90 DNAME new.example.",
      "WWW.old.example. 90 CNAME WWW.new.example.",
      "WWW.new.example. 60 A 192.0.2.1",
    ]);
    expect(result.answer[1]!.rows).toEqual([1]);
  });

  test.each(["CNAME", "ANY"])("asked for %s, the CNAME it makes is the answer", (type) => {
    const result = ask(zone, `www.old ${type}`);
    expect(result).toMatchObject({ kind: "answer", rcode: "NOERROR", chain: ["www.old.example."] });
    expect(shown(result.answer)).toEqual([
      "old.example. 90 DNAME new.example.",
      "www.old.example. 90 CNAME www.new.example.",
    ]);
  });

  test("leaves its owner alone", () => {
    expect(shown(ask(zone, "old DNAME").answer)).toEqual(["old.example. 90 DNAME new.example."]);
    expect(shown(ask(zone, "old TXT").answer)).toEqual(['old.example. 60 TXT "own"']);
    expect(ask(zone, "old A")).toMatchObject({ kind: "nodata" });
  });

  test("hides what is below it", () => {
    expect(ask(zone, "hidden.old A")).toMatchObject({ rcode: "NXDOMAIN", kind: "nxdomain" });
  });

  test("out of the zone says where to", () => {
    const result = ask(zone, "a.b.away A");
    expect(result).toMatchObject({ kind: "dname", leaves: "a.b.other." });
    expect(shown(result.answer)).toEqual([
      "away.example. 60 DNAME other.",
      "a.b.away.example. 60 CNAME a.b.other.",
    ]);
  });

  test("that makes a name too long is YXDOMAIN, without the CNAME", () => {
    const result = ask(zone, `${"y".repeat(50)}.far A`);
    expect(result).toMatchObject({ rcode: "YXDOMAIN", kind: "dname", authoritative: true });
    expect(result.answer).toHaveLength(1);
  });

  test("met twice on the way is given once", () => {
    expect(shown(ask(zone, "alias.old A").answer)).toEqual([
      "old.example. 90 DNAME new.example.",
      "alias.old.example. 90 CNAME alias.new.example.",
      "alias.new.example. 60 CNAME www.old.example.",
      "www.old.example. 90 CNAME www.new.example.",
      "www.new.example. 60 A 192.0.2.1",
    ]);
  });

  test("at a wildcard redirects nothing that the wildcard makes", () => {
    expect(ask(zone, "a.b A")).toMatchObject({ kind: "nodata", answer: [] });
  });
});

describe("negative answers", () => {
  test.each([
    [3600, 300, 300],
    [60, 300, 60],
  ])("with SOA TTL %d and minimum %d are kept %d s (RFC 2308 §5)", (ttl, minimum, kept) => {
    const zone = buildZone("example.", [`@ ${ttl} SOA ns hm 1 2 3 4 ${minimum}`]);
    expect(ask(zone, "nowhere A").authority[0]).toMatchObject({ ttl: kept, rows: [0] });
    expect(ask(zone, "@ SOA").answer[0]).toMatchObject({ ttl });
  });

  test("have an empty authority section where the zone has no SOA", () => {
    const zone = buildZone("example.", ["a 60 A 192.0.2.1"]);
    expect(ask(zone, "b A")).toMatchObject({ kind: "nxdomain", authority: [] });
  });
});

test("records outside the apex are never served", () => {
  const zone = buildZone("example.", [soa, "a 60 CNAME www.other.", "www.other. 60 A 192.0.2.1"]);
  expect(ask(zone, "a A")).toMatchObject({ kind: "alias", leaves: "www.other." });
  expect(() => ask(zone, "www.other. A")).toThrow(/outside the zone/);
});

test("the root can be a zone", () => {
  const zone = buildZone(".", ["@ 60 SOA ns. hm. 1 2 3 4 5", "com. 60 NS ns.com.", "ns.com. 60 A 192.0.2.1"]);
  expect(ask(zone, "www.x.com. A")).toMatchObject({ kind: "referral" });
  expect(ask(zone, "org. A")).toMatchObject({ kind: "nxdomain" });
});
