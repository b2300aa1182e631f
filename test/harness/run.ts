// Runs tests: `quick` (what needs nothing installed), `check` (types, lint, docs, quick tests), `all` (everything, or it fails).
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type Suite, suites } from "./suites.ts";

const mode = process.argv[2];
if (mode !== "quick" && mode !== "check" && mode !== "all") {
  console.error("usage: node test/harness/run.ts quick|check|all [jest arguments]");
  process.exit(2);
}
const jestArguments = process.argv.slice(3);
let passed = 0;
let failed = 0;

if (mode !== "quick") {
  stage("types", ["node_modules/typescript/bin/tsc", "-p", "."]);
  stage("lint and format", [
    "node_modules/@biomejs/biome/bin/biome",
    "check",
    "--colors=off",
    "--error-on-warnings",
    ".",
  ]);
  stage("generated docs", ["test/harness/docs.ts", "--check"]);
}
const left = mode === "all" ? [] : suites.filter((suite) => suite.slow || missing(suite).length > 0);
if (mode === "all") for (const suite of suites) requireAll(suite);
const apart = mode === "all" ? suites : left;
runJest("--maxWorkers=100%", ignoring(apart));
// The slow suites start servers and kill processes: they get the machine for themselves.
if (mode === "all") runJest("--maxWorkers=1", only(suites));
for (const suite of left) console.log(`not run: ${suite.name} (${howToRun(suite)})`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function stage(name: string, args: readonly string[]): void {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  count(status === 0);
}

function requireAll(suite: Suite): void {
  const programs = missing(suite);
  if (programs.length === 0) return;
  console.error(
    `${suite.name}: ${programs.join(" and ")} not found: apt-get install ${suite.packages.join(" ")}`,
  );
  count(false);
}

function ignoring(these: readonly Suite[]): readonly string[] {
  return these.flatMap(({ paths }) => paths.map((path) => `--testPathIgnorePatterns=/${path}`));
}

function only(these: readonly Suite[]): readonly string[] {
  return [`--testPathPatterns=/(?:${these.flatMap(({ paths }) => paths).join("|")})`];
}

function runJest(workers: string, which: readonly string[]): void {
  console.log("\n== tests");
  const scratch = mkdtempSync(join(tmpdir(), "zonewright-jest-"));
  const report = join(scratch, "report.json");
  const args = [
    "--experimental-vm-modules",
    "--disable-warning=ExperimentalWarning",
    "node_modules/jest/bin/jest.js",
  ];
  spawnSync(
    process.execPath,
    [...args, "--forceExit", workers, "--json", `--outputFile=${report}`, ...which, ...jestArguments],
    {
      stdio: ["inherit", "ignore", "inherit"],
    },
  );
  if (existsSync(report)) {
    const result = JSON.parse(readFileSync(report, "utf8")) as JestReport;
    passed += result.numPassedTests;
    // A file that does not even load counts as one failure; so does a test that was skipped.
    failed +=
      result.numFailedTests + result.numRuntimeErrorTestSuites + result.numPendingTests + result.numTodoTests;
    if (result.numTotalTests === 0) count(false);
  } else {
    count(false);
  }
  rmSync(scratch, { recursive: true, force: true });
}

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numTotalTests: number;
  numRuntimeErrorTestSuites: number;
}

function count(good: boolean): void {
  if (good) passed += 1;
  else failed += 1;
}

function missing(suite: Suite): string[] {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin"];
  return suite.needs.filter((program) => !folders.some((folder) => existsSync(join(folder, program))));
}

function howToRun(suite: Suite): string {
  return missing(suite).length > 0 ? `apt-get install ${suite.packages.join(" ")}` : "slow: npm run test:all";
}
