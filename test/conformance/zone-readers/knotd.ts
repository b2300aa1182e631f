import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ZonewrightError } from "../../../src/base/index.ts";
import { parseName, queryMessage, TYPE } from "../../../src/dns/index.ts";
import { type Endpoint, exchange, transferZone } from "../../../src/net/index.ts";
import { freeEndpoint } from "../../harness/named.ts";
import { runProgram } from "./program.ts";
import type { Reading } from "./readers.ts";
import { linesOf } from "./record-lines.ts";

const readyWithinMs = 10_000;

/** Knot DNS itself, on loopback: its checker prints no zone, so that what it read has to be transferred from it. */
export class Knotd {
  readonly #directory: string;
  readonly #child: ChildProcess;
  readonly #endpoint: Endpoint;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(directory: string, child: ChildProcess, endpoint: Endpoint) {
    this.#directory = directory;
    this.#child = child;
    this.#endpoint = endpoint;
  }

  /** Starts it for zones of these names, none of them loaded yet. Throws with its log where it does not come up. */
  static async start(origins: readonly string[]): Promise<Knotd> {
    const directory = mkdtempSync(join(tmpdir(), "zonewright-knotd-"));
    const endpoint = await freeEndpoint();
    mkdirSync(join(directory, "db"));
    writeFileSync(join(directory, "knot.conf"), config(directory, endpoint, origins));
    const env = { ...process.env, PATH: [process.env.PATH, "/usr/sbin", "/sbin"].join(delimiter) };
    const child = spawn("knotd", ["-c", join(directory, "knot.conf")], { env, stdio: "pipe" });
    const log: string[] = [];
    child.stdout!.on("data", (chunk: Buffer) => log.push(chunk.toString()));
    child.stderr!.on("data", (chunk: Buffer) => log.push(chunk.toString()));
    const knotd = new Knotd(directory, child, endpoint);
    const failed = once(child, "error").then(([error]) => Promise.reject(error));
    try {
      await Promise.race([failed, untilAnswering(endpoint, origins[0]!, log)]);
    } catch (error) {
      await knotd.stop();
      throw error;
    }
    return knotd;
  }

  /** What it makes of the zone in this folder's `example.zone`; undefined where it does not serve it. One after another. */
  read(folder: string, origin: string): Promise<Reading> {
    const reading = this.#last.then(() => this.#read(folder, origin));
    this.#last = reading.catch(() => undefined);
    return reading;
  }

  async #read(folder: string, origin: string): Promise<Reading> {
    const home = join(this.#directory, fileName(origin));
    rmSync(home, { recursive: true, force: true });
    cpSync(folder, home, { recursive: true });
    const config = join(this.#directory, "knot.conf");
    const { status } = await runProgram("knotc", ["-c", config, "-b", "zone-reload", origin], home);
    if (status !== 0) return undefined;
    try {
      return linesOf(await transferZone(this.#endpoint, parseName(origin), { timeoutMs: 5000 }));
    } catch (error) {
      if (!(error instanceof ZonewrightError)) throw error;
      // Data that its parser let through: what else it has refuses the zone, or serves what is no data of the type.
      return /SERVFAIL/.test(error.problem) ? undefined : "other";
    }
  }

  async stop(): Promise<void> {
    if (this.#child.pid !== undefined && this.#child.exitCode === null && this.#child.signalCode === null) {
      const gone = once(this.#child, "exit");
      this.#child.kill("SIGTERM");
      const timer = setTimeout(() => this.#child.kill("SIGKILL"), 5000);
      await gone;
      clearTimeout(timer);
    }
    rmSync(this.#directory, { recursive: true, force: true });
  }
}

function fileName(origin: string): string {
  return `zone-${origin.toLowerCase().replaceAll("/", "_")}`;
}

function config(directory: string, { address, port }: Endpoint, origins: readonly string[]): string {
  const zones = origins.map(
    (origin) => `  - domain: "${origin}"\n    file: "${fileName(origin)}/example.zone"\n`,
  );
  return `
server:
    listen: ${address}@${port}
    rundir: "${directory}"
    udp-workers: 1
    tcp-workers: 1
    background-workers: 1
database:
    storage: "${directory}/db"
acl:
  - id: here
    address: 127.0.0.1
    action: transfer
template:
  - id: default
    storage: "${directory}"
    acl: here
    zonefile-sync: -1
    zonefile-load: whole
    journal-content: none
zone:
${zones.join("")}`;
}

async function untilAnswering(endpoint: Endpoint, zone: string, log: readonly string[]): Promise<void> {
  const query = queryMessage(parseName(zone), TYPE.SOA);
  for (const deadline = Date.now() + readyWithinMs; Date.now() < deadline; await sleep(20)) {
    const answer = await exchange(endpoint, query, { transport: "tcp", timeoutMs: 500 }).catch(
      () => undefined,
    );
    if (answer !== undefined) return;
  }
  throw new Error(`knotd did not answer within ${readyWithinMs} ms:\n${log.join("")}`);
}
