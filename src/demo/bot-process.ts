import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { fileURLToPath } from "node:url";
import { ZonewrightError } from "../base/index.ts";

export interface BotOptions {
  /** The operator's config file. */
  readonly config: string;
  /** App credentials and secrets: environment, never arguments. */
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
  /** The program; Zonewright's own unless told, for tests that watch it from inside. */
  readonly program?: string;
}

/** The bot as its own process, as an operator runs it. */
export interface Bot {
  readonly webhookUrl: string;
  readonly process: ChildProcess;
  /** Asks it to stop, as a service manager would; kills it if it does not within ten seconds. */
  stop(): Promise<void>;
}

const START_MS = 30_000;
/** Starts in a row that may fail before the first success. */
const MOST_FAILED_STARTS = 5;
const STOP_MS = 12_000;

/** Starts `zonewright serve` and waits until it takes webhooks. Throws ZonewrightError with what it said if it does not. */
export async function startBot(options: BotOptions): Promise<Bot> {
  const program =
    options.program ??
    fileURLToPath(new URL(`../main${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url));
  const child = spawn(process.execPath, [program, "serve", "--config", options.config], {
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const log = createWriteStream(options.logFile, { flags: "a" });
  const webhookUrl = await new Promise<string>((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(failed(said, "it did not start in time"));
    }, START_MS);
    child.stderr.on("data", (chunk: Buffer) => {
      log.write(chunk);
      said = (said + chunk.toString()).slice(-20_000);
      const url = /^taking webhooks at (\S+)$/m.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    });
    child.once("error", reject);
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(failed(said, `it ended with ${code}`));
    });
  });
  return { webhookUrl, process: child, stop: () => stop(child) };
}

/** A bot that is started again when it dies, if it is to survive; `restarts` counts how often it was. */
export async function keepRunning(
  start: () => Promise<Bot>,
  survive: boolean,
): Promise<Bot & { restarts(): number }> {
  let restarts = 0;
  let stopped = false;
  let running = start();
  const again = (): Promise<Bot> => {
    restarts += 1;
    running = start();
    return running;
  };
  const restart = () => {
    // It may die again before it takes a webhook.
    if (!stopped && survive) again().then(watch, restart);
  };
  const watch = ({ process: { exitCode, signalCode }, process }: Bot) => {
    if (exitCode !== null || signalCode !== null) restart();
    else process.once("exit", restart);
  };
  const first = await firstOf(running, survive ? again : undefined);
  watch(first);
  return {
    webhookUrl: first.webhookUrl,
    process: first.process,
    restarts: () => restarts,
    async stop() {
      stopped = true;
      await running.then((bot) => bot.stop()).catch(() => undefined);
    },
  };
}

/** The first bot that starts; without a way to start one again, the first failure is thrown. */
async function firstOf(starting: Promise<Bot>, again: (() => Promise<Bot>) | undefined): Promise<Bot> {
  let next = starting;
  for (let failures = 1; ; failures += 1) {
    try {
      return await next;
    } catch (error) {
      if (again === undefined || failures === MOST_FAILED_STARTS) throw error;
      next = again();
    }
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await ended;
  clearTimeout(timer);
}

function failed(said: string, problem: string): ZonewrightError {
  return new ZonewrightError(
    "starting the bot",
    `${problem}; it said:\n${said.trim().split("\n").slice(-15).join("\n")}`,
  );
}
