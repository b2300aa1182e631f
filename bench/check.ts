import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load, machineFacts } from "./machine.ts";
import { type Command, median, peakMemory, wallTime } from "./measure.ts";
import { findProgram, packageVersion } from "./peers.ts";
import { table } from "./table.ts";
import { writeZoneFile, writeZones, type ZoneOnDisk } from "./zone-file.ts";
import { buildProgram, checkingWithZonewright } from "./zonewright.ts";

const ZONES = 5_000;
const RECORDS = 200;
const LARGE = 1_000_000;

interface Program {
  readonly name: string;
  readonly command: Command;
  /** Many processes, none of which has the memory of the whole. */
  readonly isMany?: boolean;
}

/** Checks many small zones with every program, and one large one alone, and writes bench/results/check.md. */
export async function benchCheck(runs: number): Promise<void> {
  buildProgram();
  const folder = mkdtempSync(join(tmpdir(), "zonewright-bench-"));
  const loadBefore = load();
  try {
    const { programs, missing } = prepare(folder);
    for (const line of missing) console.log(line);
    const times = await timesOf(programs, runs);
    const [own = [], ...others] = times;
    const ratios = others.map((other) => `${(median(own) / median(other)).toFixed(2)} ×`);
    const memory = await memoryOf(programs);
    const many = table(
      ["", "time", "zonewright's to it", "fastest to slowest run", "peak memory"],
      programs.map(({ name }, at) => [
        name,
        seconds(median(times[at]!)),
        ratios[at - 1] ?? "",
        `${seconds(Math.min(...times[at]!))} to ${seconds(Math.max(...times[at]!))}`,
        memory[at]!,
      ]),
    );
    const alone = await measureAlone(folder, runs);
    const page = [
      "# Checking zones",
      `\`zonewright check\`, the whole program with syntax, lint and checks, built to JavaScript as in the package. Whole processes, ` +
        `started cold on files in the page cache. Wall time: median of ${runs} runs, programs taking turns. Memory: the ` +
        "kernel's high-water mark of resident memory. Reproduce with `npm run bench -- check`.",
      [
        ...machineFacts(),
        packageVersion("bind9-utils"),
        packageVersion("knot-dnssecutils"),
        ...missing,
        `load average ${loadBefore} before, ${load()} after`,
      ]
        .map((line) => `- ${line}`)
        .join("\n"),
      `## ${ZONES.toLocaleString("en")} zones of ${RECORDS} records`,
      many,
      "## Zonewright alone",
      alone,
    ].join("\n\n");
    const results = fileURLToPath(new URL("results/", import.meta.url));
    mkdirSync(results, { recursive: true });
    writeFileSync(join(results, "check.md"), `${page}\n`);
    console.log(page);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Zones in `many/zones`, the zone for nearly nothing in `one`, the large one in `large`, and what the peers need. */
function prepare(folder: string): { programs: Program[]; missing: string[] } {
  const zones = writeZones(join(folder, "many", "zones"), ZONES, RECORDS);
  for (const [name, records] of [
    ["one", 10],
    ["large", LARGE],
  ] as const) {
    mkdirSync(join(folder, name, "zones"), { recursive: true });
    writeZoneFile(join(folder, name, "zones", "bench.example.zone"), records);
  }
  const programs: Program[] = [
    { name: "zonewright check", command: checkingWithZonewright(join(folder, "many")) },
  ];
  const missing: string[] = [];
  const add = (name: string, needs: string, from: string, command: (program: string) => Command) => {
    const program = findProgram(needs);
    if (program) programs.push({ name, command: command(program), isMany: name.startsWith("xargs") });
    else missing.push(`${needs} is not installed: apt-get install -y ${from}`);
  };
  const config = join(folder, "named.conf");
  writeFileSync(config, zones.map(namedZone).join(""));
  add("named-checkconf -z", "named-checkconf", "bind9-utils", (program) => ({
    program,
    args: ["-z", config],
  }));
  const list = join(folder, "zones.txt");
  writeFileSync(list, zones.map(({ name, file }) => `-o ${name} ${file}\n`).join(""));
  add("xargs -P2 kzonecheck", "kzonecheck", "knot-dnssecutils", (program) => ({
    program: "xargs",
    args: ["-P2", "-L1", "-a", list, program],
  }));
  return { programs, missing };
}

function namedZone({ name, file }: ZoneOnDisk): string {
  return `zone "${name}" { type primary; file "${file}"; };\n`;
}

/** Programs take turns, so that what else the machine does falls on all of them. */
async function timesOf(programs: readonly Program[], runs: number): Promise<number[][]> {
  const times = programs.map((): number[] => []);
  for (let run = 0; run < runs; run++)
    for (const [at, { command }] of programs.entries()) times[at]!.push(await wallTime(command));
  return times;
}

async function memoryOf(programs: readonly Program[]): Promise<string[]> {
  const found: string[] = [];
  for (const { command, isMany } of programs)
    found.push(isMany ? "" : `${((await peakMemory(command)) / 1e6).toFixed(0)} MB`);
  return found;
}

async function measureAlone(folder: string, runs: number): Promise<string> {
  const rows: string[][] = [];
  for (const [about, name] of [
    ["one zone of 10 records: what starting costs", "one"],
    [`one zone of ${LARGE.toLocaleString("en")} records`, "large"],
  ] as const) {
    const command = checkingWithZonewright(join(folder, name));
    const program = { name, command };
    const [times] = await timesOf([program], runs);
    rows.push([about, seconds(median(times!)), ...(await memoryOf([program]))]);
  }
  return table(["", "time", "peak memory"], rows);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(3)} s`;
}
