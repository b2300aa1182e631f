import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load, machineFacts } from "./machine.ts";
import { type Command, median, type Timed, timed } from "./measure.ts";
import { type Size, writeRepository } from "./repository/index.ts";
import { table } from "./table.ts";
import {
  buildProgram,
  buildZonewright,
  checkingWithZonewright,
  judgingPulls,
  runningChecks,
} from "./zonewright.ts";

const FULL: Size = { zones: 795, records: 630_000, checks: 1_000 };
const TENTH: Size = { zones: 80, records: 63_000, checks: 100 };

const ABOUT =
  "A repository made by bench/repository: zones of skewed sizes, the largest with a seventh of all records; checks of ten " +
  "kinds in YAML, six of them about whole zones or all addresses, and 20 files in TypeScript. Every check holds. " +
  "`processor` is what the kernel counts for the program's own work in all of its threads, without what else the machine " +
  "does. The bars: all checks in 5 s, a pull request in 0.3 s.";

/** What is measured, with the times of each run at one size. */
type Measured = ReadonlyMap<string, readonly Timed[]>;

/** Runs all checks of a large repository and of one a tenth of it, judges pull requests; writes bench/results/checks.md. */
export async function benchChecks(runs: number): Promise<void> {
  buildProgram();
  buildZonewright();
  const loadBefore = load();
  const full = await measured(FULL, runs);
  const tenth = await measured(TENTH, runs);
  const rows = [...full].map(([name, times]) => {
    const small = tenth.get(name)!;
    const [whole, part] = [user(times), user(small)];
    return [
      name,
      seconds(median(times.map(({ wall }) => wall))),
      seconds(whole),
      seconds(part),
      `${(whole / part).toFixed(1)} ×`,
    ];
  });
  const page = [
    "# Checks of a large repository",
    `${ABOUT} Median of ${runs} runs. Reproduce with \`npm run bench -- checks\`.`,
    [...machineFacts(), `load average ${loadBefore} before, ${load()} after`]
      .map((line) => `- ${line}`)
      .join("\n"),
    `## ${sizeText(FULL)}, and a tenth of that`,
    table(["", "time", "processor", "processor, a tenth", "growth"], rows),
  ].join("\n\n");
  const results = fileURLToPath(new URL("results/", import.meta.url));
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, "checks.md"), `${page}\n`);
  console.log(page);
}

async function measured(size: Size, runs: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "zonewright-bench-"));
  const found = new Map<string, Timed[]>();
  const note = (name: string, times: readonly Timed[]) =>
    found.set(name, [...(found.get(name) ?? []), ...times]);
  try {
    writeRepository(folder, size);
    for (let run = 0; run < runs; run++) {
      const { reading, checking } = said<{ reading: Timed; checking: Timed }>(runningChecks(folder));
      note("all checks, cold", [checking]);
      note("reading the zones", [reading]);
      note("`zonewright check`, the whole process", [await timed(checkingWithZonewright(folder))]);
    }
    for (const [kind, times] of Object.entries(said<Record<string, Timed[]>>(judgingPulls(folder, runs))))
      note(`a pull request: ${kind}`, times);
    return found;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function said<T>({ program, args }: Command): T {
  return JSON.parse(execFileSync(program, args, { encoding: "utf8" })) as T;
}

function user(times: readonly Timed[]): number {
  return median(times.map((one) => one.user));
}

function sizeText({ zones, records, checks }: Size): string {
  return `${zones} zones, ${records.toLocaleString("en")} records, ${checks.toLocaleString("en")} checks`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(3)} s`;
}
