import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  CodeMemo,
  isCodeFile,
  loadChecks,
  runChecks,
  runCodeFiles,
  Sandbox,
  zoneResolver,
} from "../src/checks/index.ts";
import { parseName } from "../src/dns/index.ts";
import { parseRevision } from "../src/zonefile/index.ts";

/**
 * What is measured: all checks of a repository in a process that never ran any, and reading its zones first. Argument:
 * the folder of the repository. Prints milliseconds as JSON, of the processor with all threads. Throws if not all pass.
 */
const [folder = ""] = process.argv.slice(2);
const [zones, reading] = timed(() =>
  globSync("zones/*.zone", { cwd: folder }).map((file) => {
    const name = parseName(basename(file, "zone"));
    const { zone } = parseRevision({ file, origin: name, read: (path) => readFileSync(join(folder, path)) });
    return { zone, name, view: "default", file };
  }),
);
const [results, checking] = timed(() => {
  const files = globSync("checks/*", { cwd: folder }).map((file) => ({
    file,
    octets: readFileSync(join(folder, file)),
  }));
  const resolvers = new Map([["default", zoneResolver(zones)]]);
  const yaml = files.filter(({ file }) => !isCodeFile(file));
  const loaded = loadChecks(yaml, { read: () => undefined, find: () => [], zones: resolvers });
  const host = {
    resolvers,
    zones,
    viewZones: new Map([["default", zones]]),
    data: () => undefined,
    config: () => [],
    identity: () => undefined,
  };
  const sandbox = new Sandbox();
  const code = runCodeFiles(
    files.filter(({ file }) => isCodeFile(file)),
    host,
    { sandbox, memo: new CodeMemo() },
    new Map(),
  );
  void sandbox.close();
  const [problem] = [...loaded.diagnostics, ...code.diagnostics];
  if (problem) throw new Error(problem.message);
  return [...runChecks(loaded.checks, resolvers, { now: 0 }), ...code.checks.map(({ result }) => result)];
});
const failed = results.filter(({ passed }) => !passed);
if (failed.length > 0) throw new Error(`${failed.length} checks fail, ${failed[0]!.name} is the first`);
process.stdout.write(`${JSON.stringify({ reading, checking, checks: results.length })}\n`);

function timed<T>(work: () => T): [T, { wall: number; user: number }] {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const result = work();
  return [result, { wall: performance.now() - start, user: process.cpuUsage(used).user / 1000 }];
}
