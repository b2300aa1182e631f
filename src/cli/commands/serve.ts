import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type App, startApp } from "../../app.ts";
import { createLog, type Log, messageOf, UsageError } from "../../base/index.ts";
import { type OperatorConfig, parseOperatorConfig } from "../../config/index.ts";
import { formatDiagnostics } from "../../diagnostic/index.ts";
import { targetKinds } from "../../targets/index.ts";
import { type Command, EXIT } from "../command.ts";
import { textOf } from "../option.ts";
import { readProblem } from "../reading.ts";

export const serve: Command = {
  name: "serve",
  summary: "run the bot: take webhooks, judge, merge, deploy, verify",
  declare: (program) =>
    program.option(
      "--config <file>",
      "the operator's config; zonewright.yml in the current folder without it",
    ),
  async run({ options }, output) {
    const config = await readOperatorConfig(textOf(options.config) ?? "zonewright.yml");
    const log = createLog(config.logLevel);
    const asked = stopSignal();
    const app = await start(config, log);
    output.note(`taking webhooks at ${app.webhookUrl}`);
    const signal = await asked;
    log.info({ signal }, "stopping");
    await app.stop();
    return EXIT.ok;
  },
};

/** What the operator can mend is told as that: a port that is taken or not allowed, an address that is not ours. */
async function start(config: OperatorConfig, log: Log): Promise<App> {
  try {
    return await startApp({ config, log });
  } catch (error) {
    const { code, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
    if (!["EADDRINUSE", "EADDRNOTAVAIL", "EACCES"].includes(code ?? "") || port === undefined) throw error;
    const doing = `listening on ${address ?? "every address"} port ${port}`;
    throw new UsageError(doing, messageOf(error), "choose another in the operator's config", {
      cause: error,
    });
  }
}

/** The operator's config, with the environment and a `.env` file beside the process. Throws UsageError with positions. */
export async function readOperatorConfig(file: string): Promise<OperatorConfig> {
  loadEnvironment();
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new UsageError(
      `reading the operator's config ${file}`,
      readProblem(cause),
      "name it with --config",
      { cause },
    );
  });
  const folder = dirname(resolve(file));
  const readSecret = (path: string) => readFileSync(resolve(folder, path), "utf8");
  const { config, diagnostics } = parseOperatorConfig(text, file, process.env, readSecret, targetKinds);
  if (config !== undefined) return config;
  const source = (name: string) => (name === file ? text : undefined);
  throw new UsageError(
    "reading the operator's config",
    `it cannot be used\n${formatDiagnostics(diagnostics, "text", { source }).trimEnd()}`,
  );
}

function loadEnvironment(): void {
  if (!existsSync(".env")) return;
  try {
    process.loadEnvFile(".env");
  } catch (cause) {
    throw new UsageError("reading .env", readProblem(cause), undefined, { cause });
  }
}

function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.once("SIGTERM", resolve);
    process.once("SIGINT", resolve);
  });
}
