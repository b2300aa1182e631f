import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import type { Command } from "./measure.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What of Zonewright is measured, for the reader of the table. */
export const MEASURED =
  "`zonewright` here is bench/read-zone.ts: the program's parser, with all its diagnostics, and the structural checks " +
  "(SOA and NS at the apex, CNAME with other data, repeated records), bundled to JavaScript by the same bundler as the " +
  "package; Node's start and the loading of modules are in the time.";

/** Builds what is measured, so that no time goes into taking types out, as none does in the package. */
export function buildZonewright(): void {
  build(here("."), "what is measured of zonewright");
  buildSync({
    entryPoints: [here("read-zone.ts")],
    outfile: here("../dist/bench/read-zone.js"),
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node24",
  });
}

/** Builds the whole program as for the package. */
export function buildProgram(): void {
  run(here("../test/harness/build.ts"), [], "zonewright");
}

function build(project: string, what: string): void {
  run(here("../node_modules/typescript/bin/tsc"), ["-p", project], what);
}

function run(script: string, args: readonly string[], what: string): void {
  const built = spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });
  if (built.status !== 0) throw new Error(`building ${what} failed:\n${built.stdout}${built.stderr}`);
}

/** `zonewright check` in a folder with zones. */
export function checkingWithZonewright(folder: string): Command {
  return { program: process.execPath, args: [here("../dist/main.js"), "check"], folder };
}

export function readingWithZonewright(file: string, origin: string): Command {
  return { program: process.execPath, args: [here("../dist/bench/read-zone.js"), file, origin] };
}

/** A process that reads a zone and then the same with one line changed, so many times. */
export function changingWithZonewright(file: string, origin: string, times: number): Command {
  const script = here("../dist/bench/bench/read-change.js");
  return { program: process.execPath, args: [script, file, origin, String(times)] };
}

/** A process that reads a zone and judges it by the rules of a set. */
export function lintingWithZonewright(file: string, origin: string, set: string): Command {
  const script = here("../dist/bench/bench/lint-zone.js");
  return { program: process.execPath, args: [script, file, origin, set] };
}

/** A process that reads the zones of a repository and then runs all of its checks. */
export function runningChecks(folder: string): Command {
  return { program: process.execPath, args: [here("../dist/bench/bench/cold-checks.js"), folder] };
}

/** A process that judges so many pull requests of one line, of each kind. */
export function judgingPulls(folder: string, times: number): Command {
  return {
    program: process.execPath,
    args: [here("../dist/bench/bench/judge-pulls.js"), folder, String(times)],
  };
}
