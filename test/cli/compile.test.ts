import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { call, Folders, GOOD_ZONE, zonewright } from "./world.ts";

const folders = new Folders();
afterAll(() => folders.remove());

const compiled = `a.example. 3600 IN SOA ns.a.example. hostmaster.a.example. 1 3600 900 604800 3600
a.example. 3600 IN NS ns.a.example.
ns.a.example. 3600 IN A 192.0.2.1
`;

describe("zonewright compile", () => {
  const folder = folders.make({ "mein zöne": `${GOOD_ZONE}x TYPE65280 \\# 2 0a0b\n`, good: GOOD_ZONE });

  test("gives a master file that compiles to itself", async () => {
    const { code, out, err } = await call(folder, ["compile", "good", "--origin", "a.example"]);
    expect({ code, out, err }).toEqual({ code: 0, out: compiled, err: "" });
    const again = folders.make({ zone: out });
    expect((await call(again, ["compile", "zone", "--origin", "a.example."])).out).toBe(out);
  });

  test("as json has one entry a record, unknown types in their generic form", async () => {
    const { out } = await call(folder, ["compile", "mein zöne", "--origin", "a.example", "--format", "json"]);
    const { zone, records } = JSON.parse(out);
    expect(zone).toBe("a.example.");
    expect(records).toHaveLength(4);
    expect(records).toContainEqual({
      owner: "x.a.example.",
      ttl: 3600,
      type: "TYPE65280",
      rdata: "\\# 2 0a0b",
    });
  });

  test("ends with 1 and the place where it does not parse, with nothing on stdout", async () => {
    const broken = folders.make({ zone: `${GOOD_ZONE}www A nowhere\n` });
    const { code, out, err } = await call(broken, ["compile", "zone", "--origin", "a.example"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^zone:5:7: error: /);
  });

  test("includes what is in the repository and what lies beside the file, never what a link leads to", async () => {
    const outside = folders.make({ secret: "; not for you\nbad" });
    const place = folders.repository({
      "zones/a.zone": `${GOOD_ZONE}$INCLUDE ../shared/www\n`,
      "zones/b.zone": `${GOOD_ZONE}$INCLUDE link\n`,
      "shared/www": "www A 192.0.2.2\n",
    });
    symlinkSync(join(outside, "secret"), join(place, "zones/link"));
    const good = await call(place, ["compile", "zones/a.zone", "--origin", "a.example"]);
    expect(good.out).toContain("www.a.example. 3600 IN A 192.0.2.2\n");
    const bad = await call(join(place, "zones"), ["compile", "b.zone", "--origin", "a.example"]);
    expect(bad.code).toBe(1);
    expect(bad.err).toMatch(/zones\/b\.zone:5:10: error: .*not in the repository/);
    expect(bad.err).not.toContain("not for you");
  });

  test("reads a pipe once", async () => {
    const place = folders.make({ zone: GOOD_ZONE });
    execFileSync("mkfifo", [join(place, "pipe")]);
    const running = zonewright(place, ["compile", "pipe", "--origin", "a.example"]);
    execFileSync("sh", ["-c", "cat zone > pipe"], { cwd: place });
    expect(await running).toEqual({ code: 0, out: compiled, err: "" });
  }, 20_000);

  test.each([
    ["a missing file", ["compile", "gone", "--origin", "a.example"], /gone: there is no such file/],
    ["a folder", ["compile", ".", "--origin", "a.example"], /it is a folder/],
    ["no origin", ["compile", "good"], /'--origin <name>' not specified/],
    ["an origin that is no name", ["compile", "good", "--origin", "a..b"], /--origin "a\.\.b"/],
    ["two files", ["compile", "good", "good", "--origin", "a.example"], /too many arguments/],
  ])("cannot run with %s", async (_what, args, why) => {
    const { code, out, err } = await call(folder, args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(why);
  });
});
