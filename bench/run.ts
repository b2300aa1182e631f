import { parseArgs } from "node:util";
import { benchParse } from "./parse.ts";

const USAGE = "usage: npm run bench -- parse [--runs N]";

const { values, positionals } = parseArgs({
  options: { runs: { type: "string", default: "7" } },
  allowPositionals: true,
});
const runs = Number(values.runs);
if (positionals.join(" ") === "parse" && Number.isInteger(runs) && runs > 0) await benchParse(runs);
else {
  console.error(USAGE);
  process.exitCode = 2;
}
