// The bot as it is, but it writes down every step of every effect, and kills itself at those it is told, once each.
import { appendFileSync } from "node:fs";
import { startApp } from "../../src/app.ts";
import { createLog } from "../../src/base/index.ts";
import { readOperatorConfig } from "../../src/cli/operator-config.ts";
import { pointsOf, readLines } from "./points.ts";

const stepsFile = process.env.DRILL_STEPS!;
const killsFile = process.env.DRILL_KILLS!;
const killAt = new Set(JSON.parse(process.env.DRILL_KILL_AT!) as string[]);
const config = await readOperatorConfig(process.argv[process.argv.indexOf("--config") + 1]!);

const app = await startApp({
  // Nothing is waited for longer than it has to be: the next process takes over after a second.
  config: { ...config, sweep: { everyMs: 300 } },
  leaseMs: 1_000,
  log: createLog("info"),
  onEffect({ id, kind, step }) {
    appendFileSync(stepsFile, `${kind} ${step} ${id}\n`);
    const point = pointsOf(readLines(stepsFile)).at(-1)!;
    if (!killAt.has(point) || readLines(killsFile).includes(point)) return;
    appendFileSync(killsFile, `${point}\n`);
    process.kill(process.pid, "SIGKILL");
  },
});
process.stderr.write(`taking webhooks at ${app.webhookUrl}\n`);
process.once("SIGTERM", () => void app.stop());
