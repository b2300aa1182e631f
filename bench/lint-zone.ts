import { readFileSync } from "node:fs";
import { parseName } from "../src/dns/index.ts";
import { type LintZone, lint, type Rule, type RuleSet, ruleSets, rules } from "../src/lint/index.ts";
import { parseZone, recordTokens } from "../src/zonefile/index.ts";
import type { Timed } from "./measure.ts";

/**
 * What is measured: a zone file read, and judged by all rules of a set; each part's wall time and processor time in
 * milliseconds, and each rule's wall time, as JSON. Arguments: the file, the zone's name, and the set.
 */
const [path = "", origin = ".", wanted = "recommended"] = process.argv.slice(2);
const set: RuleSet = ruleSets.find((known) => known === wanted) ?? "recommended";
const octets = readFileSync(path);
const name = parseName(origin);

const byRule: Record<string, number> = {};
const [zone, parsing] = timed(read);
const [found, linting] = timed(() =>
  lint([zone], [zone], {
    settings: { set, rules: {} },
    now: Date.now(),
    rules: rules.map(watched),
  }),
);
process.stdout.write(`${JSON.stringify({ parsing, linting, byRule, findings: found.length })}\n`);

function read(): LintZone {
  const { zone, files } = parseZone({
    file: path,
    origin: name,
    read: (file) => (file === path ? octets : undefined),
  });
  return {
    zone,
    name,
    view: "default",
    file: path,
    files,
    serial: "managed",
    tokens(row) {
      const place = zone.place(row);
      return recordTokens(octets, place.file, place.offset, place.line);
    },
  };
}

function watched(rule: Rule): Rule {
  return {
    ...rule,
    check(context) {
      const start = performance.now();
      rule.check(context);
      byRule[rule.id] = performance.now() - start;
    },
  };
}

function timed<T>(work: () => T): [T, Timed] {
  const before = process.cpuUsage();
  const start = performance.now();
  const made = work();
  const wall = performance.now() - start;
  return [made, { wall, user: process.cpuUsage(before).user / 1000 }];
}
