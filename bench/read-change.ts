import { readFileSync } from "node:fs";
import { parseName } from "../src/dns/index.ts";
import { type PlannedZone, planZones } from "../src/plan/index.ts";
import { parseRevision, type Revision } from "../src/zonefile/index.ts";

/**
 * What is measured: in a process that holds a zone and has planned a change to it, from the octets of the file with one
 * line changed, added or taken away to what the parser says of it and the plan. Arguments: the file, the zone's name, how
 * many changes of each kind. Prints milliseconds as JSON, one list a kind. Throws if a plan is not the one change.
 */
const [path = "", origin = ".", count = "1"] = process.argv.slice(2);
const octets = readFileSync(path);
const apex = parseName(origin, parseName("."));

const changes: Readonly<Record<string, (line: string, number: number) => string>> = {
  changed: (line, number) => line.replace(/ A .*/, ` A 192.0.2.${number % 256}`),
  added: (line, number) => `${line}\nadded-${number} A 192.0.2.1`,
  removed: () => "",
  "changed, and the serial": (line, number) => changes.changed!(line, number),
};

const base = read(octets);
measure("changed", 0);
const times = Object.fromEntries(
  Object.keys(changes).map((kind) => [
    kind,
    Array.from({ length: Number(count) }, (_, number) => measure(kind, number)),
  ]),
);
process.stdout.write(`${JSON.stringify(times)}\n`);

function read(content: Uint8Array, earlier?: Revision): Revision {
  return parseRevision({ file: path, origin: apex, read: () => content }, earlier);
}

/** Changes the first line of an `api` address after a place of its own, and reads and plans that. */
function measure(kind: string, number: number): number {
  const from = Math.floor((octets.length * (number + 1)) / (Number(count) + 2));
  const mark = octets.indexOf(" IN A 11.", from);
  const start = octets.lastIndexOf("\n", mark) + 1;
  const end = octets.indexOf("\n", start);
  const line = changes[kind]!(octets.toString("latin1", start, end), number);
  const rest = octets.subarray(line === "" ? end + 1 : end);
  const content = Buffer.concat([octets.subarray(0, start), Buffer.from(line), rest]);
  if (kind.endsWith("serial")) content.write("2026020202", content.indexOf("2026010101"));

  const before = performance.now();
  const after = read(content, base);
  const plan = planZones([planned(base)], [planned(after)]);
  const time = performance.now() - before;

  const found = plan.zones.flatMap((zone) => zone.changes);
  if (found.length !== 1 || after.diagnostics.length > 0) {
    throw new Error(
      `a line ${kind} gave ${found.length} changes and ${after.diagnostics.length} diagnostics`,
    );
  }
  return time;
}

function planned({ zone }: Revision): PlannedZone {
  return { zone, name: apex, view: "default", serial: "managed" };
}
