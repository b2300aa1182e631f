import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../../src/diagnostic/index.ts";
import { parseName, zoneText } from "../../../src/dns/index.ts";
import { parseZone } from "../../../src/zonefile/index.ts";
import type { Knotd } from "./knotd.ts";
import { type Reader, type Reading, readers, readWithAll, writeZone } from "./readers.ts";
import { linesOf } from "./record-lines.ts";
import type { ZoneSource } from "./sources.ts";

/** A zone, what the other programs make of it, and what we do. */
export interface Surveyed extends ZoneSource {
  readonly readings: Readonly<Record<Reader, Reading>>;
  /** What we read; undefined where an error is among the diagnostics. */
  readonly ours: readonly string[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The canonical text that we print of it. */
  readonly text: string;
}

export type Mark = "same" | "other" | "refused";

/** What a program makes of a zone, beside what we make of it, or the first program that reads it if we refuse it. */
export function markOf({ readings, ours }: Surveyed, reader: Reader): Mark {
  const reading = readings[reader];
  if (reading === undefined) return "refused";
  const measure = ours ?? readers.map((each) => readings[each]).find(Array.isArray);
  return reading !== "other" && isSame(reading, measure) ? "same" : "other";
}

/** Whether all programs refuse it, or all read the same records. */
export function isUnanimous(surveyed: Surveyed): boolean {
  const marks = new Set(readers.map((reader) => markOf(surveyed, reader)));
  if (marks.size > 1) return false;
  return marks.has("same") || marks.has("refused");
}

function isSame(a: readonly string[], b: readonly string[] | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((line, index) => line === b[index]);
}

/** Reads every zone with every program, several at a time. */
export async function survey(
  zones: readonly ZoneSource[],
  knotd: Knotd,
  scratch: string,
): Promise<Surveyed[]> {
  const surveyed: Surveyed[] = [];
  // One at a time would leave processors idle; Knot's zones of one name must not overlap, which `Knotd.read` sees to.
  const waiting = [...zones.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      surveyed[next[0]] = await surveyOne(next[1], knotd, scratch);
    }
  };
  await Promise.all([work(), work()]);
  return surveyed;
}

async function surveyOne(source: ZoneSource, knotd: Knotd, scratch: string): Promise<Surveyed> {
  const { origin, files } = source;
  const onDisk = writeZone(mkdtempSync(join(scratch, "zone-")), origin, files);
  const readings = await readWithAll(onDisk, knotd);
  const { zone, diagnostics } = parseZone({
    file: "example.zone",
    origin: parseName(origin),
    read: (path) => (Object.hasOwn(files, path) ? Buffer.from(files[path]!) : undefined),
  });
  const isRefused = diagnostics.some(({ severity }) => severity === "error");
  const ours = isRefused ? undefined : linesOf(zone);
  return { ...source, readings, ours, diagnostics, text: zoneText(zone) };
}
