import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Endpoint } from "../net/index.ts";

export interface SecondaryOptions {
  /** Path of the named program. */
  readonly program: string;
  /** A folder of its own; created. */
  readonly folder: string;
  readonly listen: Endpoint;
  readonly primary: Endpoint;
  readonly zones: readonly string[];
}

export interface Secondary {
  stop(): Promise<void>;
}

/** Where BIND's named is installed; undefined where it is not. */
export function findNamed(): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  return folders.map((folder) => join(folder, "named")).find((path) => existsSync(path));
}

/**
 * Starts named on loopback as secondary of the bot. It need not be ready at once: it asks the primary again, and the
 * bot's NOTIFY finds it.
 */
export async function startSecondary(options: SecondaryOptions): Promise<Secondary> {
  mkdirSync(options.folder, { recursive: true });
  const file = join(options.folder, "named.conf");
  writeFileSync(file, namedConfig(options));
  const child = spawn(options.program, ["-f", "-c", file], { stdio: "ignore" });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  return {
    async stop() {
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), 5_000);
      await ended;
      clearTimeout(timer);
    },
  };
}

function namedConfig({ folder, listen, primary, zones }: SecondaryOptions): string {
  const zone = (name: string) => {
    const plain = name.replace(/\.$/, "");
    return `zone "${plain}" { type secondary; primaries { ${primary.address} port ${primary.port}; }; file "${plain}.db"; };`;
  };
  return `options {
  directory "${folder}"; pid-file "${folder}/named.pid"; session-keyfile "${folder}/session.key";
  managed-keys-directory "${folder}"; lock-file none; empty-zones-enable no;
  listen-on port ${listen.port} { ${listen.address}; }; listen-on-v6 { none; };
  recursion no; dnssec-validation no; notify no; allow-transfer { none; };
  serial-query-rate 1000; min-retry-time 1; max-retry-time 5;
};
controls { };
logging { channel file { file "${folder}/log"; severity info; print-time iso8601; }; category default { file; }; };
${zones.map(zone).join("\n")}
`;
}
