import { spawn } from "node:child_process";
import { delimiter } from "node:path";

export interface Outcome {
  /** Exit status; undefined where a signal ended it. */
  readonly status: number | undefined;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs a program to its end, looking for it where administrators' programs are too. Rejects where it cannot start. */
export function runProgram(program: string, args: readonly string[], directory: string): Promise<Outcome> {
  const env = { ...process.env, PATH: [process.env.PATH, "/usr/sbin", "/sbin"].join(delimiter), TZ: "UTC" };
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: directory, env, stdio: ["ignore", "pipe", "pipe"] });
    const out: Buffer[] = [];
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.once("error", reject);
    child.once("close", (status) =>
      resolve({ status: status ?? undefined, stdout: Buffer.concat(out), stderr }),
    );
  });
}
