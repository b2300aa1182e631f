import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { changeSection } from "./change.ts";
import { load, machineFacts } from "./machine.ts";
import { median, peakMemory, wallTime } from "./measure.ts";
import { findPeers, type Peer } from "./peers.ts";
import { table } from "./table.ts";
import { ORIGIN, writeZoneFile } from "./zone-file.ts";
import { buildZonewright, MEASURED, readingWithZonewright } from "./zonewright.ts";

const SIZES = [10_000, 100_000, 1_000_000];
const MEMORY_RUNS = 3;

interface Measured {
  readonly name: string;
  /** Milliseconds, one a run. */
  readonly times: number[];
  /** Octets. */
  readonly memory: number;
}

/** Reads one zone with every program, sizes one after the other, and writes the table to bench/results/parse.md. */
export async function benchParse(runs: number): Promise<void> {
  buildZonewright();
  const { peers, missing } = findPeers();
  for (const line of missing) console.log(line);
  const version = `Node ${process.version}`;
  const programs: Peer[] = [{ name: "zonewright", version, reading: readingWithZonewright }, ...peers];
  const folder = mkdtempSync(join(tmpdir(), "zonewright-bench-"));
  const sections: string[] = [];
  const bySize: Measured[][] = [];
  const loadBefore = load();
  try {
    for (const records of SIZES) {
      const file = join(folder, `${records}.zone`);
      writeZoneFile(file, records);
      const megabytes = (statSync(file).size / 1e6).toFixed(1);
      const measured = await measureAll(programs, file, runs);
      bySize.push(measured);
      sections.push(
        `## ${records.toLocaleString("en")} records, ${megabytes} MB\n\n${resultTable(measured)}`,
      );
      console.log(`\n${sections.at(-1)}`);
      if (records !== SIZES.at(-1)) continue;
      const whole = measured.find(({ name }) => name === "kzonecheck");
      sections.push(changeSection(file, runs, whole && median(whole.times)));
      console.log(`\n${sections.at(-1)}`);
    }
    sections.push(`## Growth\n\n${GROWTH}\n\n${growthTable(bySize)}`);
    console.log(`\n${sections.at(-1)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const page = [
    "# Reading one zone file",
    `Whole processes, started cold on a file in the page cache. Wall time: median of ${runs} runs, programs taking turns. ` +
      `Memory: the kernel's high-water mark of resident memory, largest of ${MEMORY_RUNS} runs. Ratios are to the fastest ` +
      `and to the smallest of the others. Reproduce with \`npm run bench -- parse\`.`,
    MEASURED,
    facts([
      ...machineFacts(),
      ...peers.map((peer) => peer.version),
      ...missing,
      `load average ${loadBefore} before, ${load()} after`,
    ]),
    ...sections,
  ].join("\n\n");
  const results = fileURLToPath(new URL("results/", import.meta.url));
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, "parse.md"), `${page}\n`);
}

function facts(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

/** Programs take turns, so that what else the machine does falls on all of them. */
async function measureAll(programs: readonly Peer[], file: string, runs: number): Promise<Measured[]> {
  const times = programs.map((): number[] => []);
  for (let run = 0; run < runs; run++) {
    for (const [at, program] of programs.entries())
      times[at]!.push(await wallTime(program.reading(file, ORIGIN)));
  }
  const measured: Measured[] = [];
  for (const [at, program] of programs.entries()) {
    const peaks: number[] = [];
    for (let run = 0; run < MEMORY_RUNS; run++) peaks.push(await peakMemory(program.reading(file, ORIGIN)));
    measured.push({ name: program.name, times: times[at]!, memory: Math.max(...peaks) });
  }
  return measured;
}

function resultTable(measured: readonly Measured[]): string {
  const others = measured.slice(1);
  const fastest = Math.min(...others.map(({ times }) => median(times)));
  const smallest = Math.min(...others.map(({ memory }) => memory));
  const ratio = (value: number, to: number) => (others.length > 0 ? `${(value / to).toFixed(2)} ×` : "");
  return table(
    ["", "time", "to the fastest", "fastest to slowest run", "peak memory", "to the smallest"],
    measured.map(({ name, times, memory }) => [
      name,
      seconds(median(times)),
      ratio(median(times), fastest),
      `${seconds(Math.min(...times))} to ${seconds(Math.max(...times))}`,
      `${(memory / 1e6).toFixed(0)} MB`,
      ratio(memory, smallest),
    ]),
  );
}

const GROWTH =
  "Microseconds for each further record, from one size to the next: equal numbers are linear growth. What a program " +
  "costs to start is not in them.";

function growthTable(bySize: readonly (readonly Measured[])[]): string {
  const steps = SIZES.slice(1).map((size, at) => ({ at, from: SIZES[at]!, to: size }));
  return table(
    ["", ...steps.map(({ from, to }) => `${from.toLocaleString("en")} to ${to.toLocaleString("en")}`)],
    bySize[0]!.map(({ name }, program) => [
      name,
      ...steps.map(({ at, from, to }) => {
        const [less, more] = [bySize[at]![program]!, bySize[at + 1]![program]!];
        return `${((1000 * (median(more.times) - median(less.times))) / (to - from)).toFixed(2)} µs`;
      }),
    ]),
  );
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(3)} s`;
}
