import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { silentLog } from "../../src/base/index.ts";
import { parseName, queryMessage, TYPE } from "../../src/dns/index.ts";
import { type Endpoint, exchange, startDnsServer } from "../../src/net/index.ts";

/** BIND's named, running as a secondary on loopback. */
export interface Named {
  readonly endpoint: Endpoint;
  /** What it logged so far. */
  log(): string;
  /** Ends it and removes its files. */
  stop(): Promise<void>;
}

const readyWithinMs = 10_000;

export interface NamedOptions {
  /** Zones it is secondary for. */
  readonly zones: readonly string[];
  /** Of their primary at 127.0.0.1. */
  readonly primaryPort: number;
  /** Zones it serves as it is told, master files by name, whatever any primary says. */
  readonly own?: Readonly<Record<string, string>>;
  /** Where it listens: somewhere on loopback unless told. */
  readonly endpoint?: Endpoint;
}

/**
 * Starts a named on loopback and waits until it answers queries, if only to say that it has no data yet. Throws where
 * named is missing or does not come up, with its log.
 */
export async function startNamed(options: NamedOptions): Promise<Named> {
  const directory = mkdtempSync(join(tmpdir(), "zonewright-named-"));
  const endpoint = options.endpoint ?? (await freeEndpoint());
  const config = join(directory, "named.conf");
  writeFileSync(config, namedConf(directory, endpoint, options));
  for (const [zone, text] of Object.entries(options.own ?? {}))
    writeFileSync(join(directory, fileOf(zone)), text);
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
  const child = spawn("named", ["-g", "-n", "1", "-c", config], { env, stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => {
    log += chunk.toString();
  });
  const named: Named = {
    endpoint,
    log: () => log,
    async stop() {
      await end(child);
      rmSync(directory, { recursive: true, force: true });
    },
  };
  try {
    await Promise.race([
      failure(child, () => log),
      untilAnswering(endpoint, [...options.zones, ...Object.keys(options.own ?? {})][0]!, () => log),
    ]);
  } catch (error) {
    await named.stop();
    throw error;
  }
  return named;
}

function namedConf(
  directory: string,
  endpoint: Endpoint,
  { zones, primaryPort, own = {} }: NamedOptions,
): string {
  const zoneClauses = [
    ...zones.map(
      (zone) =>
        `zone "${zone}" { type secondary; primaries { 127.0.0.1 port ${primaryPort}; }; file "${fileOf(zone)}"; };`,
    ),
    ...Object.keys(own).map((zone) => `zone "${zone}" { type primary; file "${fileOf(zone)}"; };`),
  ];
  return `
options {
  directory "${directory}";
  pid-file none;
  session-keyfile none;
  lock-file none;
  managed-keys-directory "${directory}";
  listen-on port ${endpoint.port} { ${endpoint.address}; };
  listen-on-v6 { none; };
  recursion no;
  dnssec-validation no;
  notify no;
  allow-transfer { 127.0.0.1; };
  serial-query-rate 1000;
};
controls { };
${zoneClauses.join("\n")}
`;
}

function fileOf(zone: string): string {
  return `${zone.replaceAll("/", "-")}db`;
}

/** A port of loopback that was free for UDP and TCP a moment ago. */
export async function freeEndpoint(): Promise<Endpoint> {
  const server = await startDnsServer({
    address: "127.0.0.1",
    port: 0,
    handle: { answer: () => undefined },
    log: silentLog,
  });
  await server.close();
  return server.endpoint;
}

async function failure(child: ChildProcess, log: () => string): Promise<never> {
  const [error] = await Promise.race([
    once(child, "exit").then(() => []),
    once(child, "error").then(([e]) => [e]),
  ]);
  if ((error as NodeJS.ErrnoException | undefined)?.code === "ENOENT") {
    throw new Error("named is not installed: apt-get install bind9", { cause: error });
  }
  throw new Error(`named ended before it was ready:\n${log()}`, { cause: error });
}

async function untilAnswering(endpoint: Endpoint, zone: string, log: () => string): Promise<void> {
  const query = queryMessage(parseName(zone), TYPE.SOA);
  for (const deadline = Date.now() + readyWithinMs; Date.now() < deadline; await sleep(20)) {
    const answered = await exchange(endpoint, query, { transport: "tcp", timeoutMs: 500 }).catch(
      () => undefined,
    );
    if (answered) return;
  }
  throw new Error(`named did not answer within ${readyWithinMs} ms:\n${log()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 5000);
  await gone;
  clearTimeout(timer);
}
