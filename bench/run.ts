import { parseArgs } from "node:util";
import { benchCheck } from "./check.ts";
import { benchChecks } from "./checks.ts";
import { benchDetect } from "./detect.ts";
import { benchLint } from "./lint.ts";
import { benchParse } from "./parse.ts";

const USAGE = "usage: npm run bench -- parse|check|checks|lint|detect [--runs N]";

const { values, positionals } = parseArgs({
  options: { runs: { type: "string", default: "7" } },
  allowPositionals: true,
});
const runs = Number(values.runs);
const benches: Readonly<Record<string, (runs: number) => Promise<void>>> = {
  parse: benchParse,
  check: benchCheck,
  checks: benchChecks,
  lint: benchLint,
  detect: benchDetect,
};
const [name = "", ...more] = positionals;
const bench = Object.hasOwn(benches, name) && more.length === 0 ? benches[name] : undefined;
if (bench && Number.isInteger(runs) && runs > 0) await bench(runs);
else {
  console.error(USAGE);
  process.exitCode = 2;
}
