import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { ZonewrightError } from "../../../base/index.ts";

export interface GitResult {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs git in one bare repository; arguments go as an array, no shell sees them, and no configuration but ours counts. */
export class Git {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  spawn(args: readonly string[]): ChildProcessWithoutNullStreams {
    return spawn("git", ["--git-dir", this.directory, ...args], { env: environment() });
  }

  /** Runs a command to its end, whatever its exit status. */
  async attempt(args: readonly string[]): Promise<GitResult> {
    const child = this.spawn(args);
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.stdin.end();
    const status = await new Promise<number>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve(code ?? -1));
    });
    return { status, stdout: Buffer.concat(output), stderr: Buffer.concat(errors).toString("utf8").trim() };
  }

  /** Runs a command that must succeed; its output. Throws ZonewrightError otherwise. */
  async run(args: readonly string[]): Promise<Buffer> {
    const { status, stdout, stderr } = await this.attempt(args);
    if (status !== 0) throw new ZonewrightError(`git ${args[0]}`, stderr || `it ended with status ${status}`);
    return stdout;
  }
}

function environment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: "/nonexistent",
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_ATTR_NOSYSTEM: "1",
  };
}
