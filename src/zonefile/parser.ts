import { fileSpan } from "../base/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import { type ExpectedSize, type Name, type Zone, ZoneBuilder } from "../dns/index.ts";
import { readFile } from "./file.ts";
import { LIMITS } from "./limits.ts";
import { report } from "./report.ts";
import { Reporter } from "./reporter.ts";
import { newZoneState, type ZoneState } from "./zone-state.ts";

export interface ZoneSource {
  readonly file: string;
  readonly octets: Uint8Array;
}

export interface ParseOptions {
  /** Path of the zone's file, relative to the repository's root, "/" between parts. */
  readonly file: string;
  /** The zone's name: the initial origin and the apex. */
  readonly origin: Name;
  /** The content of a file of the repository, or undefined when there is none. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** How deep `$INCLUDE` may nest, LIMITS.includeDepth by default. */
  readonly maxIncludeDepth?: number;
}

export interface ParseResult {
  /** What could be read: records that are malformed or outside the zone are not in it. */
  readonly zone: Zone;
  /** In order of file, line and column. */
  readonly diagnostics: Diagnostic[];
  /** Every file read, the zone's own first. */
  readonly files: string[];
  /** Files wanted that `read` did not have. */
  readonly missing: string[];
}

/**
 * Reads a master file (RFC 1035 §5, RFC 2308 §4, RFC 3597 §5) and what it includes into a zone. Never throws on bad
 * input: every problem is a diagnostic with its position, and reading goes on at the next record.
 */
export function parseZone(options: ParseOptions): ParseResult {
  const octets = options.read(options.file);
  const state = startOf(options, new ZoneBuilder(options.origin, expectedSize(octets)));
  if (octets === undefined) {
    state.missing.add(options.file);
    report(state, "dir-include-missing", fileSpan(options.file), "there is no such file in the repository");
  } else if (octets.length > LIMITS.octets) {
    const message = `file is larger than ${LIMITS.octets} octets, the most that is read`;
    report(state, "syn-too-large", fileSpan(options.file), message);
  } else {
    readFile(state, options.file, octets, []);
    if (!state.soaSeen) tellMissingSoa(state, options);
  }
  return {
    zone: state.builder.finish(),
    diagnostics: state.reporter.finish(),
    files: [...state.files],
    missing: [...state.missing],
  };
}

/** The state before anything was read. */
export function startOf({ origin, read, maxIncludeDepth }: ParseOptions, builder: ZoneBuilder): ZoneState {
  return newZoneState(origin, {
    builder,
    reporter: new Reporter(),
    read,
    maxIncludeDepth: maxIncludeDepth ?? LIMITS.includeDepth,
  });
}

export function tellMissingSoa(state: ZoneState, { file, origin }: ParseOptions): void {
  report(state, "soa-missing", fileSpan(file), `no SOA record for ${origin} in this file`);
}

const SAMPLE = 65_536;
const SHORTEST_RECORD = 24;

/** What a file holds, judged by the lines it starts with: room made for what does not come is never touched. */
export function expectedSize(octets: Uint8Array | undefined): ExpectedSize | undefined {
  if (octets === undefined || octets.length > LIMITS.octets) return undefined;
  const sample = octets.subarray(0, SAMPLE);
  let lines = 1;
  for (let at = sample.indexOf(0x0a); at >= 0; at = sample.indexOf(0x0a, at + 1)) lines++;
  const octetsOfRecord = Math.max(SHORTEST_RECORD, sample.length / lines);
  const half = Math.ceil(octets.length / 2) + 1024;
  return {
    records: Math.ceil((1.05 * octets.length) / octetsOfRecord) + 16,
    nameOctets: half,
    rdataOctets: half,
  };
}
