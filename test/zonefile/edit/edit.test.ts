import { describe, expect, test } from "@jest/globals";
import { preamble } from "../../corpus/zonefile/torture-case.ts";
import { add, change, remove } from "./editing.ts";

const zone = (text: string) => preamble + text;

describe("adding a record", () => {
  test.each([
    [
      "below its RRset, the owner inherited as its neighbours do",
      "a\tA\t192.0.2.1\n\tTXT\tx\nb\tA\t192.0.2.9\n",
      "a.example. A 192.0.2.2",
      "a\tA\t192.0.2.1\n\tA\t192.0.2.2\n\tTXT\tx\nb\tA\t192.0.2.9\n",
    ],
    [
      "with its owner where neighbours repeat theirs",
      "a A 192.0.2.1\na A 192.0.2.2\n",
      "a.example. A 192.0.2.3",
      "a A 192.0.2.1\na A 192.0.2.2\na A 192.0.2.3\n",
    ],
    [
      "of a new owner after the nearest name and all that inherits it",
      "web1 A 192.0.2.1\n  TXT x\nmail A 192.0.2.3\n",
      "web2.example. A 192.0.2.2",
      "web1 A 192.0.2.1\n  TXT x\nweb2 A 192.0.2.2\nmail A 192.0.2.3\n",
    ],
    [
      "aligned with spaces",
      "a         300 IN A     192.0.2.1\nlong-name 300 IN CNAME a\n",
      "b.example. MX 10 a.example.",
      "a         300 IN A     192.0.2.1\nlong-name 300 IN CNAME a\nb             IN MX    10 a\n",
    ],
    [
      "with absolute names among absolute names",
      "a.example. CNAME b.example.\n",
      "c.example. CNAME b.example.",
      "a.example. CNAME b.example.\nc.example. CNAME b.example.\n",
    ],
    [
      "relative to the $ORIGIN there",
      "$ORIGIN sub.example.\na A 192.0.2.1\n",
      "b.sub.example. CNAME a.sub.example.",
      "$ORIGIN sub.example.\na A 192.0.2.1\nb CNAME a\n",
    ],
    [
      "the class as written",
      "a in a 192.0.2.1\n",
      "b.example. A 192.0.2.2",
      "a in a 192.0.2.1\nb in a 192.0.2.2\n",
    ],
    [
      "with CRLF where lines end so",
      "a A 192.0.2.1\r\n",
      "b.example. A 192.0.2.2",
      "a A 192.0.2.1\r\nb A 192.0.2.2\r\n",
    ],
    [
      "after a last line without a line end",
      "a A 192.0.2.1 ; é",
      "b.example. A 192.0.2.2",
      "a A 192.0.2.1 ; é\nb A 192.0.2.2",
    ],
  ])("%s", (_how, before, record, after) => {
    expect(add(zone(before), record)).toBe(zone(after));
    expect(remove(zone(after), record)).toBe(zone(before));
  });

  test("states a TTL only where it is not the inherited one, unless the neighbour states the same", () => {
    expect(add(zone("a A 192.0.2.1\n"), "b.example. A 192.0.2.2", 3600)).toBe(
      zone("a A 192.0.2.1\nb A 192.0.2.2\n"),
    );
    expect(add(zone("a A 192.0.2.1\n"), "b.example. A 192.0.2.2", 60)).toBe(
      zone("a A 192.0.2.1\nb 60 A 192.0.2.2\n"),
    );
    expect(add(zone("a 1h A 192.0.2.1\n"), "b.example. A 192.0.2.2", 3600)).toBe(
      zone("a 1h A 192.0.2.1\nb 1h A 192.0.2.2\n"),
    );
    expect(add(zone("a 60 A 192.0.2.1\n"), "a.example. A 192.0.2.2")).toBe(
      zone("a 60 A 192.0.2.1\na 60 A 192.0.2.2\n"),
    );
  });

  test("without an owner starts where its neighbours start, or in its column", () => {
    const tabs = "a\t\t300\tA\t192.0.2.1\n\t\t300\tA\t192.0.2.2\nb\t\t\tA\t192.0.2.3\n";
    expect(add(zone(tabs), "a.example. AAAA ::1", 3600)).toBe(zone(tabs.replace("b", "\t\t\tAAAA\t::1\nb")));
    const plain = "ab A 192.0.2.1\nlonger A 192.0.2.2\n  TXT x\n";
    expect(add(zone(plain), "ab.example. AAAA ::1", 9)).toBe(
      zone(plain.replace("longer", "  9 AAAA ::1\nlonger")),
    );
    const spaces = "a         60 A     192.0.2.1\n             AAAA  ::1\n";
    expect(add(zone(spaces), "a.example. TXT x", 9)).toBe(zone(`${spaces}           9 TXT   "x"\n`));
  });

  test("puts the first record into an empty file", () => {
    expect(add("", "example. SOA ns.example. hm.example. 1 2 3 4 5", 60)).toBe("@ 60 SOA ns hm 1 2 3 4 5\n");
  });

  test("refuses what is there already, also if $GENERATE makes it", () => {
    const text = zone("$GENERATE 1-3 h$ A 192.0.2.$\n");
    expect(add(text, "H2.example. A 192.0.2.2")).toMatchObject({
      refusal: expect.stringMatching(/already/),
      line: 5,
    });
  });

  test("refuses what would change the TTL of others or be an error", () => {
    const old = "@ 60 SOA ns hm 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n";
    expect(add(old, "ns.example. A 192.0.2.2", 60)).toBe(`${old}ns A 192.0.2.2\n`);
    expect(add(`${old}ns TXT x\n`, "ns.example. AAAA ::1", 99)).toBe(`${old}ns TXT x\nns 99 AAAA ::1\n`);
    expect(add(`${old}a A 192.0.2.2\nns TXT x\nb TXT y\n`, "a.example. AAAA ::1", 99)).toMatchObject({
      refusal: expect.stringMatching(/take their TTL/),
    });
    expect(add(zone(""), "other. A 192.0.2.1")).toMatchObject({
      refusal: expect.stringMatching(/outside the zone/),
    });
  });
});

describe("removing a record", () => {
  test("gives its owner to the record after it that inherits it", () => {
    expect(remove(zone("a\t\tA\t192.0.2.1 ; one\n; note\n\t\tTXT\tx\n"), "a.example. A 192.0.2.1")).toBe(
      zone("; note\na\t\tTXT\tx\n"),
    );
    expect(remove(zone("abc A 192.0.2.1\n  TXT x\n"), "abc.example. A 192.0.2.1")).toBe(zone("abc TXT x\n"));
  });

  test("gives the absolute owner to a record below another $ORIGIN", () => {
    expect(remove(zone("a A 192.0.2.1\n$ORIGIN b.example.\n TXT x\n"), "a.example. A 192.0.2.1")).toBe(
      zone("$ORIGIN b.example.\na.example. TXT x\n"),
    );
  });

  test("takes all lines of a record in parentheses", () => {
    expect(remove(zone('a TXT ( "x" ; one\n\n "y" )\nb A 192.0.2.1\n'), 'a.example. TXT "x" "y"')).toBe(
      zone("b A 192.0.2.1\n"),
    );
  });

  test("refuses what others take their TTL from, what is made by $GENERATE, and the SOA", () => {
    const old = "@ 60 SOA ns hm 1 2 3 4 5\n@ NS ns\nns 9 A 192.0.2.1\na A 192.0.2.2\n";
    expect(remove(old, "ns.example. A 192.0.2.1")).toMatchObject({
      refusal: expect.stringMatching(/take their TTL/),
      line: 3,
    });
    expect(remove(zone("$GENERATE 1-3 h$ A 192.0.2.$\n"), "h2.example. A 192.0.2.2")).toMatchObject({
      refusal: expect.stringMatching(/\$GENERATE/),
      line: 5,
    });
    expect(remove(zone(""), "example. SOA ns.example. hm.example. 1 3600 900 604800 300")).toMatchObject({
      refusal: expect.stringMatching(/no SOA/),
    });
  });

  test("names the included file that has to be edited", () => {
    const files = { "example.zone": zone("$INCLUDE parts/a\n"), "parts/a": "\na A 192.0.2.1\n" };
    expect(remove(files, "a.example. A 192.0.2.1")).toMatchObject({
      refusal: expect.stringMatching(/included file parts\/a/),
      file: "parts/a",
      line: 2,
    });
  });

  test("asks which where there are several, and says where there is none", () => {
    const twice = zone("a A 192.0.2.1\nb A 192.0.2.1\na A 192.0.2.1\n");
    expect(remove(twice, "a.example. A 192.0.2.1")).toMatchObject({
      refusal: expect.stringMatching(/lines 5, 7/),
    });
    expect(remove(twice, "a.example. A 192.0.2.1", 7)).toBe(zone("a A 192.0.2.1\nb A 192.0.2.1\n"));
    expect(remove(twice, "a.example. A 192.0.2.2")).toMatchObject({
      refusal: expect.stringMatching(/no such A record of a\.example\./),
    });
    expect(remove({}, "a.example. A 192.0.2.2")).toMatchObject({
      refusal: expect.stringMatching(/no such file/),
    });
  });
});

describe("changing a record", () => {
  test("replaces only the fields that mean something else, in their own style", () => {
    expect(
      change(
        zone("a SRV 10  050 80 host.example. ; x\n"),
        "a.example. SRV 10 50 80 host.example.",
        "20 50 80 other.example.",
      ),
    ).toBe(zone("a SRV 20  050 80 other.example. ; x\n"));
    expect(change(zone("a MX 10 host\n"), "a.example. MX 10 host.example.", "10 example.")).toBe(
      zone("a MX 10 @\n"),
    );
    expect(change(zone("a MX 10 host\n"), "a.example. MX 10 host.example.", "10 host.test.")).toBe(
      zone("a MX 10 host.test.\n"),
    );
    expect(change(zone('a TXT "é" old\n'), 'a.example. TXT "é" "old"', '"é" "new one"')).toBe(
      zone('a TXT "é" "new one"\n'),
    );
    expect(
      change(
        zone('a HTTPS 1 . alpn="h2,h3" port=443\n'),
        "a.example. HTTPS 1 . alpn=h2,h3 port=443",
        "1 . alpn=h2,h3 port=8443",
      ),
    ).toMatch(/a HTTPS 1 \. alpn="h2,h3" port="?8443"?\n$/);
  });

  test("within parentheses, as long as there are as many fields", () => {
    const soa = "@ IN SOA ns hm ( 1 ; serial\n 1h ; refresh\n 15m 1w\n 5m )\n@ NS ns\nns A 192.0.2.1\n";
    expect(
      change(
        `$TTL 60\n${soa}`,
        "example. SOA ns.example. hm.example. 1 3600 900 604800 300",
        "ns.example. hm.example. 2 3600 900 604800 600",
      ),
    ).toBe(`$TTL 60\n${soa.replace("( 1", "( 2").replace("5m )", "10m )")}`);
    const text = zone('a TXT ( "x"\n "y" )\n');
    expect(change(text, 'a.example. TXT "x" "y"', '"x"')).toMatchObject({
      refusal: expect.stringMatching(/parentheses/),
      line: 5,
    });
    expect(change(zone('a TXT "x"  "y" ;z\n'), 'a.example. TXT "x" "y"', '"x"')).toBe(zone('a TXT "x" ;z\n'));
  });

  test("gives, changes and takes away a TTL without moving what follows", () => {
    const record = "a.example. A 192.0.2.1";
    expect(change(zone("a\t\tA\t192.0.2.1\n"), record, undefined, 60)).toBe(zone("a\t60\tA\t192.0.2.1\n"));
    expect(change(zone("a        A 192.0.2.1\n"), record, undefined, 60)).toBe(
      zone("a     60 A 192.0.2.1\n"),
    );
    expect(change(zone("a IN A 192.0.2.1\n"), record, undefined, 60)).toBe(zone("a 60 IN A 192.0.2.1\n"));
    expect(change(zone("a 2h A 192.0.2.1\n"), record, undefined, 5400)).toBe(zone("a 1h30m A 192.0.2.1\n"));
    expect(change(zone("a\t60\tA\t192.0.2.1\n"), record, undefined, 3600)).toBe(zone("a\t\tA\t192.0.2.1\n"));
    expect(change(zone("a 60 A 192.0.2.1\n"), record, "192.0.2.2", 3600)).toBe(zone("a A 192.0.2.2\n"));
  });

  test("refuses a TTL that records after it would take over", () => {
    const old = "@ 60 SOA ns hm 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n";
    expect(change(old, "example. NS ns.example.", undefined, 99)).toMatchObject({
      refusal: expect.stringMatching(/take their TTL/),
    });
  });

  test("refuses what the zone has already", () => {
    const text = zone("a 60 A 192.0.2.1\na 60 A 192.0.2.2\n");
    const record = "a.example. A 192.0.2.1";
    expect(change(text, record, "192.0.2.2")).toMatchObject({
      refusal: expect.stringMatching(/has that/),
      line: 6,
    });
    expect(change(text, record, "192.0.2.1", 60)).toMatchObject({
      refusal: expect.stringMatching(/like that/),
      line: 5,
    });
    expect(change(text, record, "192.0.2.1", 61)).toBe(text.replace("a 60 ", "a 61 "));
  });
});
