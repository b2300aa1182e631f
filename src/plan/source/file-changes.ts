import { parseZone } from "../../zonefile/index.ts";
import { countRecords, sumCounts } from "../counts.ts";
import { diffZones } from "../diff.ts";
import type { DirectiveChange, Effect, FileChange, PlannedZone, RecordCounts, ZonePlan } from "../plan.ts";
import { directiveEdits } from "./directive-edits.ts";
import { FileText } from "./file-text.ts";

/** The files of two trees. */
export interface PlannedFiles {
  /** Whether a path is something else in the one than in the other. */
  changed(path: string): boolean;
  before(path: string): Uint8Array | undefined;
  after(path: string): Uint8Array | undefined;
}

/** Edits of directives of a file whose effect is worked out, and records that are read again for all: a second's work. */
const MOST_EDITS = 50;
const MOST_RECORDS = 300_000;

/** A zone that is there before and after, with its plan if records change. */
export interface StayingZone {
  readonly before: PlannedZone;
  readonly after: PlannedZone;
  readonly plan: ZonePlan | undefined;
}

/**
 * What was edited in the files of zones that stay, and what each edit does. What one edit among several does is found by
 * reading the zone again without it, so that it is exact however directives work together.
 */
export function fileChanges(zones: readonly StayingZone[], files: PlannedFiles): FileChange[] {
  const readers = readersOfChanged(zones, files);
  const without = new Without(readAnyOf(zones, files));
  return [...readers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([file, ofFile]): FileChange[] => {
      const [before, after] = [files.before(file), files.after(file)];
      if (before === undefined || after === undefined) return [];
      const text = new FileText(before, after);
      const effect = sumEffects(ofFile.map((zone) => effectOn(zone, file, before, without)));
      const directives =
        effect?.zones === 0 ? [] : directiveChanges(text, { file, effect, readers: ofFile, without });
      const included = ofFile.some(({ zone: { after: is } }) => is.files?.[0] !== file);
      return [{ file, lines: text.lines, readBy: ofFile.length, included, effect, directives }];
    });
}

/** A zone that reads a changed file; `alone` where it reads no other. */
interface Reader {
  readonly zone: StayingZone;
  readonly alone: boolean;
}

/** By each changed path, the zones that read it now. */
function readersOfChanged(zones: readonly StayingZone[], files: PlannedFiles): Map<string, Reader[]> {
  const readers = new Map<string, Reader[]>();
  for (const zone of zones) {
    const [now, old] = [new Set(zone.after.files), new Set(zone.before.files)];
    const changed = [...new Set([...now, ...old])].filter((path) => files.changed(path));
    // What a zone reads for the first time comes in by the line that includes it, whatever the file was before.
    for (const path of changed.filter((one) => now.has(one) && old.has(one))) {
      const reader = { zone, alone: changed.length === 1 };
      const others = readers.get(path);
      if (others) others.push(reader);
      else readers.set(path, [reader]);
    }
  }
  return readers;
}

/** The files that zones read, as they are, or as they were where they are gone. */
function readAnyOf(zones: readonly StayingZone[], files: PlannedFiles) {
  const now = new Set(zones.flatMap(({ after }) => after.files ?? []));
  const old = new Set(zones.flatMap(({ before }) => before.files ?? []));
  return (path: string): Uint8Array | undefined =>
    (now.has(path) ? files.after(path) : undefined) ?? (old.has(path) ? files.before(path) : undefined);
}

const nothing: RecordCounts = { added: 0, changed: 0, removed: 0 };

function effectOn(
  { zone, alone }: Reader,
  file: string,
  before: Uint8Array,
  without: Without,
): RecordCounts | undefined {
  if (zone.plan === undefined) return nothing;
  return alone ? zone.plan.counts : without.edit(zone.after, file, before);
}

function directiveChanges(
  text: FileText,
  of: { file: string; effect: Effect | undefined; readers: readonly Reader[]; without: Without },
): DirectiveChange[] {
  const changing = of.readers.map(({ zone }) => zone).filter(({ plan }) => plan !== undefined);
  const edits = directiveEdits(text);
  return edits.flatMap(({ undone, ...edit }, at): DirectiveChange[] => {
    const effectAlone = () => {
      const content = undone();
      return sumEffects(changing.map(({ after }) => of.without.edit(after, of.file, content)));
    };
    // The only line that differs does all that the file does.
    const effect = text.lines === 1 ? of.effect : at < MOST_EDITS ? effectAlone() : undefined;
    return effect?.zones === 0 ? [] : [{ ...edit, effect }];
  });
}

function sumEffects(all: readonly (RecordCounts | undefined)[]): Effect | undefined {
  const known = all.filter((counts) => counts !== undefined);
  if (known.length < all.length) return undefined;
  const zones = known.filter(({ added, changed, removed }) => added + changed + removed > 0).length;
  return { counts: sumCounts(known), zones };
}

/** Reads zones again without an edit, as long as that is no great effort. */
class Without {
  readonly #read: (path: string) => Uint8Array | undefined;
  #left = MOST_RECORDS;

  constructor(read: (path: string) => Uint8Array | undefined) {
    this.#read = read;
  }

  /** What changes in the zone between `file` having that content and having its own. */
  edit(
    { zone, files = [], serial }: PlannedZone,
    file: string,
    content: Uint8Array,
  ): RecordCounts | undefined {
    this.#left -= zone.size + 100;
    if (this.#left < 0 || files[0] === undefined) return undefined;
    const read = (path: string) => (path === file ? content : this.#read(path));
    const { zone: other } = parseZone({ file: files[0], origin: zone.apex, read });
    return countRecords(diffZones(other, zone, serial));
  }
}
