import { compareDiagnostics, type Diagnostic } from "../diagnostic/index.ts";
import { type Zone, ZoneBuilder } from "../dns/index.ts";
import { goOnFrom, takeCheckpoint } from "./checkpoint.ts";
import { contentBetween } from "./content-between.ts";
import { tellFileEncoding } from "./encoding.ts";
import { EntryReader } from "./file.ts";
import { LIMITS } from "./limits.ts";
import {
  expectedSize,
  type ParseOptions,
  type ParseResult,
  parseZone,
  startOf,
  tellMissingSoa,
} from "./parser.ts";
import { Reporter } from "./reporter.ts";
import { changeSince, joined, readOn, type Trace } from "./trace.ts";

/** A zone as one content of its file has it, from which that of another content can be had for less. */
export interface Revision extends ParseResult {
  /** How it was read; not there if another content has to be read as a whole: there are other files, or it is short. */
  readonly trace?: Trace;
}

/** Octets between two places from which reading can go on. */
const SPACING = 65_536;

/**
 * What `parseZone` gives. Where `earlier` is of the same zone and file, only what lies around the change is read; the
 * rest is taken from there, and the zones know what they share (`Zone.ownersChangedSince`).
 */
export function parseRevision(options: ParseOptions, earlier?: Revision, spacing = SPACING): Revision {
  const octets = options.read(options.file);
  if (octets === undefined || octets.length < spacing || octets.length > LIMITS.octets) {
    return parseZone(options);
  }
  return (earlier && readAgain(options, octets, earlier, spacing)) ?? readWhole(options, octets, spacing);
}

function readWhole(options: ParseOptions, octets: Uint8Array, spacing: number): Revision {
  const { state, others } = begin(options, new ZoneBuilder(options.origin, expectedSize(octets)));
  const reader = new EntryReader(state, options.file, octets, []);
  const start = takeCheckpoint(state, reader.source.lexer);
  const { checkpoints, last } = readOn(state, reader, start, spacing);
  const reports = state.reporter.reported();
  const isWhole = others.size > 0 || state.stopped || !isWithinBounds(reports);
  tellFileEncoding(state, reader.source);
  if (!state.soaSeen) tellMissingSoa(state, options);
  const zone = state.builder.finish();
  const result = {
    zone,
    diagnostics: state.reporter.finish(),
    files: [...state.files],
    missing: [...state.missing],
  };
  if (isWhole) return result;
  const names = zone.columns.names.key.length;
  const task = taskOf(options);
  return {
    ...result,
    trace: { task, octets, checkpoints: [start, ...checkpoints], end: last, reports, names },
  };
}

/** So many changes far from each other are read one after the other; a serial and a record are two. */
const MOST_STEPS = 4;

/** Undefined if the whole file has to be read. */
function readAgain(
  options: ParseOptions,
  octets: Uint8Array,
  earlier: Revision,
  spacing: number,
  steps = MOST_STEPS,
): Revision | undefined {
  const { zone, trace: before } = earlier;
  if (before === undefined || before.task !== taskOf(options) || holdsMuchUnused(zone, before.names)) {
    return undefined;
  }
  const change = changeSince(before, octets);
  if (change === undefined) return undefined;
  const between = steps > 1 ? contentBetween(before.octets, octets, change, spacing) : undefined;
  const step = between && readAgain(options, between, earlier, spacing, 1);
  if (step) return readAgain(options, octets, step, spacing, steps - 1);

  const { start, sameFrom, moved } = change;
  const { state, others } = begin(options, new ZoneBuilder(options.origin));
  const reader = new EntryReader(state, options.file, octets, []);
  const { lexer } = reader.source;
  goOnFrom(start, state, lexer);
  const goals = before.checkpoints.filter(({ position }) => position >= sameFrom);
  const stretch = readOn(state, reader, start, spacing, { goals, moved, end: before.end });
  const trace = joined(before, start, stretch, state.reporter.reported(), octets);
  const isBeyond = !isWithinBounds(trace.reports) || trace.end.dataOctets > LIMITS.dataOctets;
  if (others.size > 0 || state.stopped || isBeyond) return undefined;

  const { last, meets } = stretch;
  const changed = zone.withRows({
    from: start.rows,
    to: meets?.rows ?? zone.size,
    by: state.builder.finish().columns,
    lines: meets ? last.line - meets.line : 0,
    octets: moved,
  });
  state.reporter = new Reporter();
  lexer.firstCrlf = trace.end.firstCrlf;
  tellFileEncoding(state, reader.source);
  if (!trace.end.soaSeen) tellMissingSoa(state, options);
  const diagnostics = [...trace.reports, ...state.reporter.reported()].sort(compareDiagnostics);
  return { zone: changed, diagnostics, files: [options.file], missing: [], trace };
}

/** A state to start with; `others` is told the files besides the zone's own that reading asks for. */
function begin(options: ParseOptions, builder: ZoneBuilder) {
  const others = new Set<string>();
  const read = (path: string) => {
    others.add(path);
    return options.read(path);
  };
  return { state: startOf({ ...options, read }, builder), others };
}

/** What has to be the same for what was read once to be of use another time. */
function taskOf({ file, origin, maxIncludeDepth }: ParseOptions): string {
  return [file, origin, maxIncludeDepth].join("\0");
}

/** Told of a file as a whole, after its entries. */
const REPORTS_AT_END = 4;

/** Whether all that was to be said was said and all of the file read: what the bounds cut off depends on all of it. */
function isWithinBounds(reports: readonly Diagnostic[]): boolean {
  const errors = reports.filter(({ severity }) => severity === "error").length;
  const others = reports.length - errors;
  const isCut = reports.some(({ rule }) => rule === "syn-too-large" || rule === "syn-too-many-problems");
  return !isCut && errors < LIMITS.errors - REPORTS_AT_END && others < LIMITS.warnings - REPORTS_AT_END;
}

/** Names of records that went stay in the zone; reading all of it leaves them out. */
function holdsMuchUnused(zone: Zone, namesAtFirst: number): boolean {
  const names = zone.columns.names.key.length;
  return names > 1.25 * namesAtFirst + SPARE_NAMES || names > 2 * zone.size + SPARE_NAMES;
}

/** So many unused names are never much. */
const SPARE_NAMES = 1000;
