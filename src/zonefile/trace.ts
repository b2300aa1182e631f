import type { Diagnostic } from "../diagnostic/index.ts";
import { type Checkpoint, isAsAt, movedOn, takeCheckpoint } from "./checkpoint.ts";
import { commonEnd, commonStart } from "./common-octets.ts";
import type { EntryReader } from "./file.ts";
import { byteOrderMarkLength } from "./octets.ts";
import type { ZoneState } from "./zone-state.ts";

/** How a zone was read from one file: enough to read it again where the file changed, and only there. */
export interface Trace {
  /** What was to be read: file and zone. */
  readonly task: string;
  readonly octets: Uint8Array;
  /** From the start of the file on, where nothing was read yet, in its order. */
  readonly checkpoints: readonly Checkpoint[];
  /** After the last entry. */
  readonly end: Checkpoint;
  /** What was reported of the entries, in that order. */
  readonly reports: readonly Diagnostic[];
  /** How many names the zone had when all of it was read at once. */
  readonly names: number;
}

/** Where a file is to be read again. */
export interface Change {
  /** The last checkpoint above the change. */
  readonly start: Checkpoint;
  /** The octet from which on the files differ. */
  readonly from: number;
  /** The octet of the earlier file from which on both are the same, and by how many octets that moved. */
  readonly sameFrom: number;
  readonly moved: number;
}

/** What differs between the file of a trace and these octets; undefined if it is how the file as a whole is to be read. */
export function changeSince({ octets: before, checkpoints }: Trace, octets: Uint8Array): Change | undefined {
  if (byteOrderMarkLength(before) !== byteOrderMarkLength(octets)) return undefined;
  const from = commonStart(before, octets);
  const end = commonEnd(before, octets, Math.min(before.length, octets.length) - from);
  return {
    // The first of all is always one.
    start: checkpoints.findLast(({ position, reach }) => position <= from && reach <= from)!,
    from,
    sameFrom: before.length - end,
    moved: octets.length - before.length,
  };
}

/** Where reading stopped: `meets` is the checkpoint of the earlier reading from which on everything is as it was. */
export interface Stretch {
  readonly checkpoints: readonly Checkpoint[];
  readonly last: Checkpoint;
  readonly meets: Checkpoint | undefined;
}

/** Checkpoints of an earlier reading, `moved` octets further up in its file, and where that ended. */
export interface Goals {
  readonly goals: readonly Checkpoint[];
  readonly moved: number;
  readonly end: Checkpoint;
}

/**
 * Reads on from `start`, with a checkpoint every `spacing` octets, up to where the reader comes upon one of the goals and
 * everything is as it was there, or to the end.
 */
export function readOn(
  state: ZoneState,
  reader: EntryReader,
  start: Checkpoint,
  spacing: number,
  earlier?: Goals,
): Stretch {
  const { lexer } = reader.source;
  const { goals, moved, end } = earlier ?? { goals: [], moved: 0, end: start };
  const checkpoints: Checkpoint[] = [];
  let next = 0;
  for (;;) {
    while (next < goals.length && goals[next]!.position + moved <= lexer.position) next++;
    const goal = goals[next];
    const stop = lexer.position + spacing;
    const isMore = reader.read(goal ? Math.min(stop, goal.position + moved) : stop);
    const last = takeCheckpoint(state, lexer, start);
    if (!isMore) return { checkpoints, last, meets: undefined };
    if (goal && goal.position + moved === last.position && isAsAt(goal, last, end)) {
      return { checkpoints, last, meets: goal };
    }
    checkpoints.push(last);
  }
}

/**
 * The trace of the file with these octets: that of an earlier reading up to its checkpoint `start`, then a stretch, of
 * which `reports` were made, then what followed on the checkpoint that the stretch met.
 */
export function joined(
  before: Trace,
  start: Checkpoint,
  { checkpoints, last, meets }: Stretch,
  reports: readonly Diagnostic[],
  octets: Uint8Array,
): Trace {
  const above = before.checkpoints.filter(({ position }) => position <= start.position);
  const below = meets ? before.checkpoints.filter(({ position }) => position >= meets.position) : [];
  const reportsBelow = meets ? before.reports.slice(meets.reports) : [];
  return {
    ...before,
    octets,
    checkpoints: [...above, ...checkpoints, ...below.map((later) => movedOn(later, meets!, last))],
    end: meets ? movedOn(before.end, meets, last) : last,
    reports: [
      ...before.reports.slice(0, start.reports),
      ...reports,
      ...reportsBelow.map((report) => movedDown(report, last.line - meets!.line)),
    ],
  };
}

/** The same diagnostic so many lines further down. */
function movedDown(diagnostic: Diagnostic, lines: number): Diagnostic {
  if (lines === 0) return diagnostic;
  const { fix, ...rest } = diagnostic;
  const move = <Place extends { readonly line: number; readonly endLine: number }>(place: Place): Place => ({
    ...place,
    line: place.line + lines,
    endLine: place.endLine + lines,
  });
  return { ...move(rest), ...(fix && { fix: { ...fix, edits: fix.edits.map(move) } }) };
}
