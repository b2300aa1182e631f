import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load, machineFacts } from "./machine.ts";
import { type Command, median, type Timed, timed } from "./measure.ts";
import { findProgram, packageVersion } from "./peers.ts";
import { table } from "./table.ts";
import { ORIGIN, writeZoneFile } from "./zone-file.ts";
import { buildZonewright, lintingWithZonewright } from "./zonewright.ts";

const UNSIGNED = 1_000_000;
const SIGNED = 100_000;
const SLOWEST = 10;
const SETS = ["recommended", "all"] as const;

/** What a process of bench/lint-zone.ts says. */
interface Judged {
  readonly parsing: Timed;
  readonly linting: Timed;
  readonly byRule: Readonly<Record<string, number>>;
  readonly findings: number;
}

const ABOUT =
  "What all rules add to reading a zone (bench/lint-zone.ts, built as in the package, each time in a process of its own: " +
  "parser and rules start cold). Reading and rules are measured inside the process, the other programs from outside, " +
  "with their start. `processor` is what the kernel counts for the program itself, so that what else the machine does " +
  "is not in it; `to reading` is the rules' processor time to that of reading, and the bar is 1.";

/** Judges a large zone, and a signed one, with all rules and with the checkers of other servers; writes bench/results/lint.md. */
export async function benchLint(runs: number): Promise<void> {
  buildZonewright();
  const folder = mkdtempSync(join(tmpdir(), "zonewright-bench-"));
  const loadBefore = load();
  try {
    const unsigned = join(folder, "unsigned.zone");
    writeZoneFile(unsigned, UNSIGNED);
    const sections = [await section(`${UNSIGNED.toLocaleString("en")} records`, unsigned, runs, false)];
    const signed = sign(folder);
    if (signed) {
      const title = `${SIGNED.toLocaleString("en")} records, signed`;
      sections.push(await section(title, signed, runs, true));
    }
    const page = [
      "# Judging one zone by all rules",
      `${ABOUT} Median of ${runs} runs, programs taking turns. Reproduce with \`npm run bench -- lint\`.`,
      [
        ...machineFacts(),
        packageVersion("bind9-utils"),
        packageVersion("knot-dnssecutils"),
        ...(signed ? [] : ["dnssec-signzone is not installed: apt-get install -y bind9-utils"]),
        `load average ${loadBefore} before, ${load()} after`,
      ]
        .map((line) => `- ${line}`)
        .join("\n"),
      ...sections,
    ].join("\n\n");
    const results = fileURLToPath(new URL("results/", import.meta.url));
    mkdirSync(results, { recursive: true });
    writeFileSync(join(results, "lint.md"), `${page}\n`);
    console.log(page);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function section(title: string, file: string, runs: number, isSigned: boolean): Promise<string> {
  const judged: Record<string, Judged[]> = Object.fromEntries(SETS.map((set) => [set, []]));
  const peers = peersFor(file, isSigned).map((peer) => ({ ...peer, times: [] as Timed[] }));
  for (let run = 0; run < runs; run++) {
    for (const set of SETS) judged[set]!.push(judge(file, set));
    for (const { command, times } of peers) times.push(await timed(command));
  }
  const all = Object.values(judged).flat();
  const reading = medians(all.map(({ parsing }) => parsing));
  const rows = [
    ["zonewright: reading", seconds(reading.wall), seconds(reading.user), ""],
    ...SETS.map((set) => {
      const rules = medians(judged[set]!.map(({ linting }) => linting));
      const ratio = `${(rules.user / reading.user).toFixed(2)} ×`;
      return [`zonewright: the rules of \`${set}\``, seconds(rules.wall), seconds(rules.user), ratio];
    }),
    ...peers.map(({ name, times }) => {
      const { wall, user } = medians(times);
      return [`${name}, whole`, seconds(wall), seconds(user), ""];
    }),
  ];
  const slowest = `Of the rules of \`all\` the slowest, by the clock: ${slowestRules(judged.all!)}.`;
  return `## ${title}\n\n${table(["", "time", "processor", "to reading"], rows)}\n\n${slowest}`;
}

function judge(file: string, set: string): Judged {
  const { program, args } = lintingWithZonewright(file, ORIGIN, set);
  return JSON.parse(execFileSync(program, args, { encoding: "utf8", maxBuffer: 1 << 26 })) as Judged;
}

function peersFor(file: string, isSigned: boolean): { name: string; command: Command }[] {
  const candidates: readonly (readonly [string, readonly string[]])[] = [
    ["named-checkzone", ["-i", "none", ORIGIN, file]],
    ["named-checkzone", ["-i", "local", ORIGIN, file]],
    ["kzonecheck", [...(isSigned ? ["-d", "on"] : []), "-o", ORIGIN, file]],
  ];
  return candidates.flatMap(([name, args]) => {
    const program = findProgram(name);
    const shown = [name, ...args.slice(0, 2).filter((arg) => arg !== "-o" && arg !== ORIGIN)].join(" ");
    return program ? [{ name: shown, command: { program, args } }] : [];
  });
}

/** The zone of the benchmarks with NSEC and ECDSA signatures; undefined where there is no signer. */
function sign(folder: string): string | undefined {
  const [keygen, signer] = ["dnssec-keygen", "dnssec-signzone"].map((name) => findProgram(name));
  if (!keygen || !signer) return undefined;
  const run = (program: string, ...args: readonly string[]) =>
    execFileSync(program, args, {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  writeZoneFile(join(folder, "to-sign"), SIGNED);
  const key = run(keygen, "-q", "-a", "ECDSAP256SHA256", "-f", "KSK", ORIGIN);
  run(signer, "-q", "-P", "-z", "-S", "-o", ORIGIN, "-f", "signed.zone", "-k", key, "to-sign");
  return join(folder, "signed.zone");
}

function medians(times: readonly Timed[]): Timed {
  return { wall: median(times.map(({ wall }) => wall)), user: median(times.map(({ user }) => user)) };
}

function slowestRules(judged: readonly Judged[]): string {
  const ids = new Set(judged.flatMap(({ byRule }) => Object.keys(byRule)));
  return [...ids]
    .map((id) => ({ id, time: median(judged.map(({ byRule }) => byRule[id] ?? 0)) }))
    .sort((a, b) => b.time - a.time)
    .slice(0, SLOWEST)
    .map(({ id, time }) => `\`${id}\` ${time.toFixed(0)} ms`)
    .join(", ");
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(3)} s`;
}
