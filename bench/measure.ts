import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** A program and its arguments. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** The folder to run it in; this one without. */
  readonly folder?: string;
}

/** How often the kernel is asked for the high-water mark while a program runs, in milliseconds. */
const POLL = 2;

/** Milliseconds from before the process is started until it has ended. Throws if it does not end well. */
export async function wallTime(command: Command): Promise<number> {
  const start = performance.now();
  await run(command);
  return performance.now() - start;
}

/**
 * Peak resident memory in octets: the kernel's high-water mark (VmHWM), which only rises, as last seen before the
 * process ended. Measured apart from the time, as asking takes some.
 */
export function peakMemory(command: Command): Promise<number> {
  return lastSeen(command, highWaterMark);
}

/** How long something took, in milliseconds: by the clock, and of the processor outside the kernel. */
export interface Timed {
  readonly wall: number;
  readonly user: number;
}

/**
 * Wall time, and the time of the processor that the program itself took, without the kernel's: as last seen before the
 * process ended, in hundredths of a second. Other work of the machine is not in it.
 */
export async function timed(command: Command): Promise<Timed> {
  const start = performance.now();
  const user = await lastSeen(command, userTime);
  return { wall: performance.now() - start, user };
}

/** The highest value of what only rises while the program runs. */
async function lastSeen(command: Command, look: (pid: number) => number): Promise<number> {
  let highest = 0;
  let timer: NodeJS.Timeout | undefined;
  await run(command, (pid) => {
    timer = setInterval(() => {
      highest = Math.max(highest, look(pid));
    }, POLL);
  }).finally(() => clearInterval(timer));
  return highest;
}

/** Milliseconds in a tick of the kernel's clock (USER_HZ, which is 100 on every platform that Node runs on). */
const TICK = 10;

function userTime(pid: number): number {
  try {
    // The second field is a name in parentheses, which may have blanks in it; utime is the fourteenth.
    const [, rest = ""] = /^.*\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, "latin1")) ?? [];
    return Number(rest.split(" ")[11] ?? 0) * TICK;
  } catch {
    return 0; // It has ended.
  }
}

function highWaterMark(pid: number): number {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"));
    return found ? Number(found[1]) * 1024 : 0;
  } catch {
    return 0; // It has ended.
  }
}

function run({ program, args, folder }: Command, started?: (pid: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ["ignore", "ignore", "pipe"],
      ...(folder && { cwd: folder }),
    });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-1000);
    });
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${[program, ...args].join(" ")} ended with ${code ?? signal}: ${said}`));
    });
    if (child.pid !== undefined) started?.(child.pid);
  });
}

/** The middle one of an odd number of values, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
