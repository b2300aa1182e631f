import { execFileSync } from "node:child_process";
import { median } from "./measure.ts";
import { table } from "./table.ts";
import { ORIGIN } from "./zone-file.ts";
import { changingWithZonewright } from "./zonewright.ts";

/** What the reader of the table has to know. */
const ABOUT =
  "A process that holds the zone of the largest file, and has planned one change to it, is given the octets of the file " +
  "with one line changed, added or taken away (bench/read-change.ts): the time is until it has what the parser says of " +
  "all of it, and the plan with what depends on the change. Ratios are to kzonecheck reading the whole file.";

/** The section about one changed line; `whole` is how many milliseconds kzonecheck takes for the file, if it is installed. */
export function changeSection(file: string, runs: number, whole: number | undefined): string {
  const { program, args } = changingWithZonewright(file, ORIGIN, runs);
  const times: Record<string, number[]> = JSON.parse(execFileSync(program, args, { encoding: "utf8" }));
  const rows = Object.entries(times).map(([kind, ofKind]) => [
    `incremental: a line ${kind}`,
    `${median(ofKind).toFixed(0)} ms`,
    whole === undefined ? "" : `${(median(ofKind) / whole).toFixed(3)} ×`,
    `${Math.min(...ofKind).toFixed(0)} to ${Math.max(...ofKind).toFixed(0)} ms`,
  ]);
  const heading = ["", "time", "to kzonecheck", "fastest to slowest change"];
  return `## One line of it changed\n\n${ABOUT}\n\n${table(heading, rows)}`;
}
