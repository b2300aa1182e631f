import { afterAll, expect, jest, test } from "@jest/globals";
import { Folders, GOOD_ZONE, zonewright } from "./world.ts";

jest.setTimeout(20_000);

const folders = new Folders();
afterAll(() => folders.remove());

/** Tells every module that is loaded on stderr. */
const hook = `import { registerHooks } from "node:module";
registerHooks({ load(url, context, next) { process.stderr.write(url + "\\n"); return next(url, context); } });`;

async function loadedBy(...args: string[]): Promise<string[]> {
  const folder = folders.make({ "zones/a.example.zone": GOOD_ZONE });
  const preload = `--import data:text/javascript,${encodeURIComponent(hook)}`;
  const { code, err } = await zonewright(folder, args, { NODE_OPTIONS: preload });
  expect(code).toBe(0);
  return err.split("\n");
}

const bots =
  /^node:sqlite$|\/node_modules\/(?:probot|@octokit|pino|kysely)\/|\/src\/(?:demo|app|controller|store)\b/;

test("a command brings along what it needs and no bot, whose parts take longer to load than many a check", async () => {
  const [check, help] = [await loadedBy("check"), await loadedBy("--help")];
  expect(check.filter((url) => url.includes("/src/evaluation/")).length).toBeGreaterThan(5);
  expect(check.filter((url) => bots.test(url))).toEqual([]);
  expect(help.filter((url) => bots.test(url)).length).toBeGreaterThan(5);
});
