import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Command } from "./measure.ts";

/** A program that reads zone files, to be compared with. */
export interface Peer {
  readonly name: string;
  /** As the program says it, or as the package is known. */
  readonly version: string;
  reading(file: string, origin: string): Command;
}

interface Candidate {
  readonly name: string;
  readonly package: string;
  args(file: string, origin: string): readonly string[];
}

/** The commands as an operator would type them; what they print goes nowhere. */
const candidates: readonly Candidate[] = [
  {
    name: "named-checkzone -i none",
    package: "bind9-utils",
    args: (file, origin) => ["-i", "none", origin, file],
  },
  { name: "kzonecheck", package: "knot-dnssecutils", args: (file, origin) => ["-o", origin, file] },
  { name: "nsd-checkzone", package: "nsd", args: (file, origin) => [origin, file] },
  { name: "validns", package: "validns", args: (file, origin) => ["-z", origin, file] },
  { name: "ldns-read-zone", package: "ldnsutils", args: (file) => [file] },
];

/** Those that are installed; `missing` has a line for each that is not. */
export function findPeers(): { peers: Peer[]; missing: string[] } {
  const peers: Peer[] = [];
  const missing: string[] = [];
  for (const candidate of candidates) {
    const program = findProgram(candidate.name.split(" ")[0]!);
    if (program === undefined) {
      missing.push(`${candidate.name} is not installed: apt-get install -y ${candidate.package}`);
      continue;
    }
    const { name } = candidate;
    const version = packageVersion(candidate.package);
    peers.push({
      name,
      version,
      reading: (file, origin) => ({ program, args: candidate.args(file, origin) }),
    });
  }
  return { peers, missing };
}

/** The path of a program. Looks where servers' tools are, too: a user's path often leaves the sbin folders out. */
export function findProgram(program: string): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin", "/sbin"];
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

export function packageVersion(name: string): string {
  const { status, stdout } = spawnSync("dpkg-query", ["-W", name], { encoding: "utf8" });
  return status === 0 ? stdout.trim().replace("\t", " ") : `${name}, version unknown`;
}
