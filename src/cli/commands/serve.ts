import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { startApp } from "../../app.ts";
import { createLog, messageOf, UsageError } from "../../base/index.ts";
import { type OperatorConfig, parseOperatorConfig } from "../../config/index.ts";
import { formatDiagnostics } from "../../diagnostic/index.ts";
import { targetKinds } from "../../targets/index.ts";
import { type Command, EXIT } from "../command.ts";
import { textOf } from "../option.ts";

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
    const app = await startApp({ config, log });
    output.note(`taking webhooks at ${app.webhookUrl}`);
    const signal = await stopSignal();
    log.info({ signal }, "stopping");
    await app.stop();
    return EXIT.ok;
  },
};

/** The operator's config, with the environment and a `.env` file beside the process. Throws UsageError with positions. */
export async function readOperatorConfig(file: string): Promise<OperatorConfig> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new UsageError(`reading the operator's config ${file}`, messageOf(cause), "name it with --config");
  });
  const folder = dirname(resolve(file));
  const readSecret = (path: string) => readFileSync(resolve(folder, path), "utf8");
  const { config, diagnostics } = parseOperatorConfig(text, file, process.env, readSecret, targetKinds);
  if (config !== undefined) return config;
  throw new UsageError(
    "reading the operator's config",
    `it cannot be used\n${formatDiagnostics(diagnostics, "text", { source: (name) => (name === file ? text : undefined) })}`,
  );
}

function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.once("SIGTERM", resolve);
    process.once("SIGINT", resolve);
  });
}
