import { type App, startApp } from "../../app.ts";
import { createLog, type Log, messageOf, UsageError } from "../../base/index.ts";
import type { OperatorConfig } from "../../config/index.ts";
import { type Command, EXIT } from "../command.ts";
import { readOperatorConfig } from "../operator-config.ts";
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

function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.once("SIGTERM", resolve);
    process.once("SIGINT", resolve);
  });
}
