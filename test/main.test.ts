import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, jest, test } from "@jest/globals";
import { Folders, GOOD_ZONE, zonewright } from "./cli/world.ts";

jest.setTimeout(30_000);

const folders = new Folders();
afterAll(() => folders.remove());

/** Runs a check with a home and a folder for temporary files of its own, both empty before. */
async function checkAtHome(environment: (home: string) => NodeJS.ProcessEnv = () => ({})) {
  const home = folders.make({ "work/a.example.zone": GOOD_ZONE });
  const temporary = join(home, "tmp");
  mkdirSync(temporary);
  const { code } = await zonewright(join(home, "work"), ["check", "a.example.zone"], {
    ...{ HOME: home, TMPDIR: temporary, XDG_CACHE_HOME: "" },
    ...{ NODE_COMPILE_CACHE: undefined, NODE_DISABLE_COMPILE_CACHE: undefined },
    ...environment(home),
  });
  return { code, home, temporary };
}

describe("compiled code is kept for the next run", () => {
  test("in the person's own folder for caches, never in one for temporary files of all", async () => {
    const { code, home, temporary } = await checkAtHome();
    expect(code).toBe(0);
    expect(readdirSync(join(home, ".cache/zonewright/compiled"))).toHaveLength(1);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("where XDG_CACHE_HOME says, unless that is no absolute path", async () => {
    const { home } = await checkAtHome((at) => ({ XDG_CACHE_HOME: join(at, "kept") }));
    expect(existsSync(join(home, "kept/zonewright/compiled"))).toBe(true);
    expect(existsSync(join(home, ".cache"))).toBe(false);
    const relative = await checkAtHome(() => ({ XDG_CACHE_HOME: "kept" }));
    expect(existsSync(join(relative.home, "work/kept"))).toBe(false);
  });

  test("nowhere if nobody wants it, or there is no home", async () => {
    const unwanted = await checkAtHome(() => ({ NODE_DISABLE_COMPILE_CACHE: "1" }));
    expect(unwanted.code).toBe(0);
    expect(readdirSync(unwanted.home).sort()).toEqual(["tmp", "work"]);
    const homeless = await checkAtHome((at) => ({ HOME: join(at, "nowhere") }));
    expect(homeless.code).toBe(0);
    expect(readdirSync(homeless.home).sort()).toEqual(["tmp", "work"]);
  });
});
