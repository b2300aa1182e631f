import { spawnSync } from "node:child_process";
import { ZONE_FILE } from "../../test/corpus/triggers/trigger.ts";
import { findProgram, packageVersion } from "../peers.ts";

/**
 * What a tool makes of a zone: it refuses it (`error`), speaks of it (`warning`), has nothing to say, or says only that
 * it does not know such records or directives (`unread`), and so judges none.
 */
export type Verdict = "error" | "warning" | "silent" | "unread";

/** What a tool is asked of the zone in a file of its own. */
export interface Asked {
  readonly origin: string;
  /** Whether it is to be held to DNSSEC whatever is in it. */
  readonly signed: boolean;
  /** Milliseconds since 1970 at which it is judged. */
  readonly now: number;
}

/** A program that checks zone files. */
export interface Tool {
  readonly name: string;
  readonly package: string;
  /** With every check on that needs no network. */
  args(asked: Asked): readonly string[];
  /** Lines that it prints of sound zones too. */
  readonly chatter: RegExp;
  /** What it says of records and directives that it does not know. */
  readonly unknown?: RegExp;
  /** What it says by its own clock, which it cannot be told. */
  readonly byClock?: RegExp;
}

const warnOf = (letters: string) => [...letters].flatMap((letter) => [`-${letter}`, "warn"]);

export const tools: readonly Tool[] = [
  {
    name: "named-checkzone",
    package: "bind9-utils",
    args: ({ origin }) => ["-i", "local", ...warnOf("knmMSrTW"), "-l", "604800", origin, ZONE_FILE],
    chatter: /loaded serial|^OK$|DNSSEC signed/,
    byClock: /signature has expired$/,
  },
  {
    name: "kzonecheck",
    package: "knot-dnssecutils",
    // Told to look for DNSSEC it refuses a zone without: asked of signed ones only.
    args: ({ origin, signed, now }) => [
      ...["-v", "-t", String(Math.floor(now / 1000)), ...(signed ? ["-d", "on"] : [])],
      ...["-o", origin, ZONE_FILE],
    ],
    chatter: /^No semantic error found$/,
  },
  {
    name: "nsd-checkzone",
    package: "nsd",
    args: ({ origin }) => [origin, ZONE_FILE],
    chatter: /is ok$/,
    unknown: /Unknown directive: \$GENERATE/,
  },
  {
    name: "validns",
    package: "validns",
    args: ({ origin, now }) => ["-p", "all", "-t", String(Math.floor(now / 1000)), "-z", origin, ZONE_FILE],
    chatter: /^$/,
    unknown: /invalid or unsupported rdtype|garbage after valid \$INCLUDE|unsupported for now/,
  },
];

/** A tool that is there. */
export interface Installed extends Tool {
  readonly version: string;
  readonly program: string;
  /** As an operator would type it, of a signed zone. */
  readonly command: string;
}

/** The tools that are installed; `missing` has a line for each that is not. */
export function installedTools(): { installed: Installed[]; missing: string[] } {
  const installed: Installed[] = [];
  const missing: string[] = [];
  for (const tool of tools) {
    const program = findProgram(tool.name);
    if (program)
      installed.push({
        ...tool,
        program,
        version: packageVersion(tool.package),
        command: shownCommand(tool),
      });
    else missing.push(`${tool.name} is not installed: apt-get install -y ${tool.package}`);
  }
  return { installed, missing };
}

/** What a tool makes of a zone. */
export interface Answer {
  readonly verdict: Verdict;
  readonly said: string;
}

/** Enough for what a tool says of a small zone; the rest of a loop's output is nothing new. */
const MOST_SAID = 1 << 20;

/** As an operator would type it: the clock is told only where it is not today's. */
function shownCommand(tool: Tool): string {
  const args = tool.args({ origin: "example.org.", signed: true, now: 0 }).join(" ");
  return `${tool.name} ${args.replace(" -t 0", "")}`;
}

/** What a tool says of the zone in a folder, without what it says of every zone. */
export function ask(tool: Installed, folder: string, asked: Asked): Answer {
  const { status, stdout, stderr, error } = spawnSync(tool.program, tool.args(asked), {
    cwd: folder,
    encoding: "latin1",
    env: { ...process.env, TZ: "UTC" },
    maxBuffer: MOST_SAID,
  });
  if (error && (error as NodeJS.ErrnoException).code !== "ENOBUFS")
    throw new Error(`running ${tool.program} in ${folder} failed`, { cause: error });
  const isNow = Math.abs(asked.now - Date.now()) < DAY;
  const lines = `${stdout}\n${stderr}`
    .split("\n")
    .filter((line) => line !== "" && !tool.chatter.test(line) && (isNow || !tool.byClock?.test(line)));
  const said = lines.join("\n");
  if (status === 0) return { verdict: lines.length > 0 ? "warning" : "silent", said };
  const isUnread =
    lines.some((line) => tool.unknown?.test(line)) && !lines.some((line) => isJudgement(tool, line));
  return { verdict: isUnread ? "unread" : "error", said };
}

const DAY = 86_400_000;

/** Whether a line is about a fault: neither a record that is not known, nor the sum of all. */
function isJudgement({ unknown }: Tool, line: string): boolean {
  return !unknown?.test(line) && !/has \d+ errors$/.test(line);
}
