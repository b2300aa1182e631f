import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "@jest/globals";
import { type Message, parseName, RCODE, TYPE, type WireRR, wireFromText } from "../../src/dns/index.ts";
import { readZoneText } from "../../src/zonefile/index.ts";
import { reply, Servers } from "../net/servers.ts";
import { BAD_ZONE, call, Folders, GOOD_ZONE, git, write } from "./world.ts";

const folders = new Folders();
afterAll(() => folders.remove());
const servers = new Servers();
afterEach(() => servers.close());

describe("zonewright plan --from", () => {
  const folder = folders.repository({ "zones/a.example.zone": GOOD_ZONE });
  write(folder, { "zones/a.example.zone": `${GOOD_ZONE}www A 192.0.2.2\n` });

  test("shows what the working tree changes, and ends with 0 though there are changes", async () => {
    const { code, out, err } = await call(folder, ["plan", "--from", "HEAD"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("  + www.a.example. 3600 A 192.0.2.2\n");
  });

  test("says what is risky, which guards it goes over, and which text changes nothing", async () => {
    const zones = { "zones/a.example.zone": GOOD_ZONE, "zones/b.example.zone": GOOD_ZONE };
    const place = folders.repository(zones);
    write(place, {
      "zones/a.example.zone": GOOD_ZONE.replace("@ NS ns", "@ NS ns\n@ NS ns.b.example."),
      "zones/b.example.zone": `; words\n${GOOD_ZONE}`,
    });
    const { code, out } = await call(place, ["plan", "--from", "HEAD"]);
    expect(code).toBe(0);
    expect(out).toContain("guard: apex NS: 1 record of a.example. would be added: needs one approval more");
    expect(out).toContain("High risk\n  apex NS a.example. NS: ");
    expect(out).toContain("1 line changed in zones/b.example.zone; no record changes");
    expect(out).not.toContain("\u001b");
    const json = await call(place, ["plan", "--from", "HEAD", "--format", "json"]);
    expect(JSON.parse(json.out)).toMatchObject({ guards: [{ guard: "apex-ns" }] });
  });

  test("compares two commits, in a bare repository too", async () => {
    const bare = join(folders.make({}), "here.git");
    git(folder, "clone", "-q", "--bare", folder, bare);
    const { code, out } = await call(bare, ["plan", "--from", "main", "--to", "main", "--format", "json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ zones: [], empty: true });
  });

  test("is about a finding of lint as well, but not about a file that does not parse", async () => {
    const place = folders.repository({ "zones/a.example.zone": GOOD_ZONE });
    write(place, { "zones/a.example.zone": BAD_ZONE });
    expect((await call(place, ["plan", "--from", "HEAD"])).code).toBe(0);
    write(place, { "zones/a.example.zone": `${GOOD_ZONE}www A 300.1.1.1\n` });
    const { code, out, err } = await call(place, ["plan", "--from", "HEAD"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^zones\/a\.example\.zone:5:7: error/);
  });

  test.each([
    ["nothing to compare with", ["plan"], /either --from REF or --against SERVER/],
    ["two things to compare with", ["plan", "--from", "HEAD", "--against", "::1"], /either --from REF/],
    ["--to without --from", ["plan", "--against", "::1", "--to", "HEAD"], /--to goes with --from/],
    ["a commit that is not there", ["plan", "--from", "v0"], /"v0": there is no such commit here \(/],
    ["a commit like an option", ["plan", "--from=--help"], /"--help": there is no such commit here/],
    ["no server", ["plan", "--against", ""], /names no server/],
    ["a port that is none", ["plan", "--against", "127.0.0.1#99999"], /"99999" is no port/],
    ["a host without an address", ["plan", "--against", "nowhere.invalid"], /it has no address/],
  ])("cannot run with %s", async (_what, args, why) => {
    const { code, out, err } = await call(folder, args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(why);
  });

  test("does not call it no change where there are no zones on either side", async () => {
    const empty = folders.repository({ "README.md": "nothing\n" });
    const { code, err } = await call(empty, ["plan", "--from", "HEAD"]);
    expect(code).toBe(2);
    expect(err).toContain("no zone files were found");
  });

  test("shows zones that are all removed", async () => {
    const place = folders.repository({ "zones/a.example.zone": GOOD_ZONE });
    git(place, "rm", "-q", "zones/a.example.zone");
    expect(await call(place, ["plan", "--from", "HEAD", "--format", "json"])).toMatchObject({
      code: 0,
      err: "",
    });
  });
});

describe("zonewright plan --against", () => {
  const folder = folders.repository({
    "zones/a.example.zone": `${GOOD_ZONE}www A 192.0.2.2\n`,
    "zones/b.example.zone": GOOD_ZONE,
  });
  const against = (port: number, ...more: string[]) =>
    call(folder, ["plan", "--against", `127.0.0.1#${port}`, ...more]);

  test("compares with what is served; zones the server does not have are new; signatures do not count", async () => {
    const { endpoint } = await servers.dns((query) => answerFrom(query, "a.example.", GOOD_ZONE));
    const { code, out, err } = await against(endpoint.port, "--format", "json");
    const { zones } = JSON.parse(out) as { zones: { zone: string; state: string; counts: object }[] };
    expect(code).toBe(0);
    expect(zones.map(({ zone, state, counts }) => [zone, state, counts])).toEqual([
      ["a.example.", "changed", { added: 1, changed: 0, removed: 0 }],
      ["b.example.", "new", { added: 3, changed: 0, removed: 0 }],
    ]);
    expect(err).toBe(`b.example. is new to 127.0.0.1#${endpoint.port}: it answers REFUSED\n`);
  });

  test.each([
    ["answers SERVFAIL", (query: Message) => reply(query, {}, RCODE.SERVFAIL), /it answered SERVFAIL/],
    [
      "has the zone and lets nobody transfer it",
      (query: Message) =>
        query.question[0]!.type === TYPE.SOA
          ? answerFrom(query, "a.example.", GOOD_ZONE)
          : reply(query, {}, RCODE.REFUSED),
      /transferring a\.example\. .*REFUSED \(is it an authoritative nameserver.*transfer the zone/,
    ],
  ])("cannot run where the server %s", async (_what, answer, why) => {
    const { endpoint } = await servers.dns(answer);
    const { code, out, err } = await against(endpoint.port);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(why);
  });

  test("says what to do where nobody answers", async () => {
    const { code, out, err } = await against(1);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/127\.0\.0\.1#1 .*ECONNREFUSED.*reachable from here/);
  });

  test("waits for a silent server for seconds only", async () => {
    const { port } = await servers.tcp(() => undefined);
    const started = Date.now();
    expect(await against(port)).toMatchObject({ code: 2, out: "", err: expect.stringContaining("within") });
    expect(Date.now() - started).toBeLessThan(9_000);
  }, 12_000);
});

/** SOA and AXFR of one zone with a signature it was given by its server; REFUSED for others. */
function answerFrom(query: Message, name: string, text: string): Uint8Array {
  const apex = parseName(name);
  const { name: asked, type } = query.question[0]!;
  if (asked.toLowerCase() !== name) return reply(query, {}, RCODE.REFUSED);
  const zone = readZoneText(text, apex);
  const records = Array.from({ length: zone.size }, (_, row): WireRR => {
    return {
      name: zone.owner(row),
      type: zone.type(row),
      class: 1,
      ttl: zone.ttl(row),
      rdata: zone.rdata(row),
    };
  });
  const soa = records.find((record) => record.type === TYPE.SOA)!;
  const others = records.filter((record) => record.type !== TYPE.SOA);
  const nsec: WireRR = { name: apex, type: TYPE.NSEC, class: 1, ttl: 60, rdata: nsecTo(name) };
  return reply(query, { answer: type === TYPE.AXFR ? [soa, ...others, nsec, soa] : [soa] });
}

/** An NSEC record's data: the next name, and a bitmap with A in it. */
function nsecTo(name: string): Uint8Array {
  return Uint8Array.of(...wireFromText(name), 0, 1, 0x40);
}
