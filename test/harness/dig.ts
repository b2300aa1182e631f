import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Endpoint } from "../../src/net/index.ts";

/** What dig shows of an answer; records as lines of master file text, each section sorted. */
export interface Dug {
  readonly status: string;
  /** "qr aa" and the like. */
  readonly flags: string;
  readonly answer: readonly string[];
  readonly authority: readonly string[];
}

/** Asks a server with dig; `query` is its arguments: a name, a type, options. */
export async function dig({ address, port }: Endpoint, query: string): Promise<Dug> {
  const args = [`@${address}`, "-p", String(port), "+norecurse", "+time=2", "+tries=1", ...query.split(" ")];
  const { stdout } = await promisify(execFile)("dig", args);
  return {
    status: /status: (\w+)/.exec(stdout)?.[1] ?? "none",
    flags: /flags: ([a-z ]*);/.exec(stdout)?.[1] ?? "",
    answer: section(stdout, "ANSWER"),
    authority: section(stdout, "AUTHORITY"),
  };
}

/** The records of a transfer, in the order they came. */
export async function digTransfer({ address, port }: Endpoint, query: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)("dig", [
    `@${address}`,
    "-p",
    String(port),
    ...query.split(" "),
  ]);
  return stdout
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(";"))
    .map(oneSpace);
}

function section(output: string, name: string): string[] {
  const text = new RegExp(`;; ${name} SECTION:\n([^]*?)\n\n`).exec(output)?.[1] ?? "";
  return text.split("\n").filter(Boolean).map(oneSpace).sort();
}

function oneSpace(line: string): string {
  return line.replace(/\s+/g, " ");
}
