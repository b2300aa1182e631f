import { openSync } from "node:fs";
import { afterAll, describe, expect, jest, test } from "@jest/globals";
import { BAD_ZONE, Folders, GOOD_ZONE, start, zonewright } from "./world.ts";

// Starting the program takes a second or two where others use the machine too.
jest.setTimeout(20_000);

const folders = new Folders();
afterAll(() => folders.remove());

const bad = folders.make({ "zones/a.example.zone": BAD_ZONE, "zones/b.example.zone": GOOD_ZONE });
const lines = Array.from({ length: 900 }, (_, index) => `w${index} CNAME n${index}-${"x".repeat(50)}\n`);
const large = folders.make({ "zones/a.example.zone": GOOD_ZONE + lines.join("") });

describe("the program as a process", () => {
  test("gives findings on stdout, the rest on stderr, and never colours what is no terminal", async () => {
    const { code, out, err } = await zonewright(bad, ["check"], { FORCE_COLOR: "1" });
    expect(code).toBe(1);
    expect(out).toMatch(/^zones\/a\.example\.zone:5:11: error: .*\n.*\n +\| +\^{7}\n$/);
    expect(err).toBe("2 zones, 7 records: 1 error, 0 warnings, 0 notes\n");
  });

  test("ends with 0 where nothing is wrong, and with 2 and an empty stdout where it cannot run", async () => {
    const [good, none] = await Promise.all([
      zonewright(bad, ["check", "zones/b.example.zone", "--format", "json"]),
      zonewright(bad, ["check", "gone.zone", "--format", "json"]),
    ]);
    expect(good).toEqual({ code: 0, out: "[]\n", err: "" });
    expect(none).toMatchObject({ code: 2, out: "" });
  });

  test("writes a large result whole before it ends", async () => {
    const { code, out } = await zonewright(large, ["check", "--format", "json"]);
    expect(out.length).toBeGreaterThan(200_000);
    expect(JSON.parse(out)).toHaveLength(900);
    expect(code).toBe(1);
  });

  test("may be left unread: the exit code is that of the findings, and nobody is shown a trace", async () => {
    const { child, ended } = start(large, ["check"]);
    child.stdout!.once("data", () => child.stdout!.destroy());
    expect(await ended).toMatchObject({
      code: 1,
      err: "1 zone, 903 records: 900 errors, 0 warnings, 0 notes\n",
    });
  });

  test("ends with 2 where its result cannot be written", async () => {
    const { ended } = start(bad, ["check", "--format", "json"], {}, openSync("/dev/full", "w"));
    expect(await ended).toMatchObject({
      code: 2,
      err: expect.stringMatching(/writing the result: .*ENOSPC/),
    });
  });
});
