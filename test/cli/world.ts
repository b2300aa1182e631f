import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Writable } from "node:stream";
import { processOutput, run } from "../../src/cli/index.ts";

/** The real program. */
export const MAIN = resolve("src/main.ts");

/** A zone without findings. */
export const GOOD_ZONE = `$TTL 1h
@ SOA ns hostmaster 1 1h 15m 1w 1h
@ NS ns
ns A 192.0.2.1
`;

/** The same with an alias of nothing: one error, in line 5. */
export const BAD_ZONE = `${GOOD_ZONE}www CNAME nowhere\n`;

/** Folders for one test file; `remove` in afterAll. */
export class Folders {
  readonly #made: string[] = [];

  /** A new folder with these files, by path; without links in its own path. */
  make(files: Readonly<Record<string, string>>): string {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "zonewright-cli-")));
    this.#made.push(folder);
    write(folder, files);
    return folder;
  }

  /** The same as a git repository with one commit. */
  repository(files: Readonly<Record<string, string>>): string {
    const folder = this.make(files);
    git(folder, "init", "-q", "-b", "main");
    commit(folder, "first");
    return folder;
  }

  remove(): void {
    for (const folder of this.#made.splice(0)) rmSync(folder, { recursive: true, force: true });
  }
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

export function git(folder: string, ...args: string[]): string {
  return execFileSync("git", ["-C", folder, ...args], { encoding: "utf8" });
}

export function commit(folder: string, message: string): void {
  git(folder, "add", "-A");
  git(folder, "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "-q", "-m", message);
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in a folder inside this process, one at a time: the current folder and environment are the process's. */
export async function call(
  folder: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  const [stdout, stderr] = [new Collected(), new Collected()];
  const before = { folder: process.cwd(), environment: { ...process.env } };
  process.chdir(folder);
  Object.assign(process.env, environment);
  try {
    const code = await run(args, processOutput(stdout, stderr, false));
    return { code, out: stdout.text, err: stderr.text };
  } finally {
    process.chdir(before.folder);
    for (const name of Object.keys(environment)) delete process.env[name];
    Object.assign(process.env, before.environment);
  }
}

/** A stream that keeps what is written; a terminal if told. */
export class Collected extends Writable {
  text = "";
  readonly isTTY: boolean;
  readonly columns = 40;

  constructor(isTTY = false) {
    super({ decodeStrings: false });
    this.isTTY = isTTY;
  }

  override _write(chunk: string, _encoding: string, done: () => void): void {
    this.text += chunk;
    done();
  }
}

/** Runs the program in a folder, as a process of its own. */
export function zonewright(
  folder: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  return start(folder, args, environment).ended;
}

/** Starts the program; its stdout goes to `stdout`, a file descriptor, if there is one. */
export function start(
  folder: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  stdout?: number,
): { readonly child: ChildProcess; readonly ended: Promise<Ran> } {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ["ignore", stdout ?? "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const ended = new Promise<Ran>((done) => child.once("close", (code) => done({ code, out, err })));
  return { child, ended };
}
