import type { Name } from "../dns/index.ts";
import type { Lexer } from "./lexer.ts";
import { setOrigin, type ZoneState } from "./zone-state.ts";

/** A place between two entries of the only file of a zone, with all there is to know for reading on from there. */
export interface Checkpoint {
  /** Octet and line at which the next entry starts. */
  readonly position: number;
  readonly line: number;
  /** Up to where the file was looked at before: what is above is as it is for the octets below that alone. */
  readonly reach: number;
  readonly firstCrlf: number;
  /** A line before ended in CRLF: which is the first is then not for the entries to come to say. */
  readonly crlfSeen: boolean;
  readonly recoveries: number;
  readonly origin: Name;
  readonly ownerIsSet: boolean;
  readonly ownerIsInZone: boolean;
  /** In wire form; empty when it could not be read. */
  readonly owner: Uint8Array;
  readonly ownerCrossed: ZoneState["ownerCrossed"];
  readonly defaultTtl: number | undefined;
  readonly lastTtl: number | undefined;
  readonly inheritanceTold: boolean;
  readonly soaSeen: boolean;
  readonly soaRdata: Uint8Array | undefined;
  readonly soas: number;
  readonly generated: number;
  /** How much the entries before gave: records, diagnostics, and octets of owners and data. */
  readonly rows: number;
  readonly reports: number;
  readonly dataOctets: number;
}

/** Where reading has got to, having started at `start`, or at the start of the file. */
export function takeCheckpoint(state: ZoneState, lexer: Lexer, start?: Checkpoint): Checkpoint {
  const { position, line, reach, firstCrlf, recoveries } = lexer;
  const {
    origin,
    owner,
    ownerCrossed,
    defaultTtl,
    lastTtl,
    inheritanceTold,
    soaSeen,
    soaRdata,
    soas,
    generated,
  } = state;
  return {
    position,
    line,
    reach,
    firstCrlf,
    crlfSeen: firstCrlf >= 0,
    recoveries,
    origin,
    ownerIsSet: owner.isSet,
    ownerIsInZone: owner.id >= 0,
    owner: owner.wire(),
    ownerCrossed,
    defaultTtl,
    lastTtl,
    inheritanceTold,
    soaSeen,
    soaRdata,
    soas,
    generated,
    rows: (start?.rows ?? 0) + state.builder.size,
    reports: (start?.reports ?? 0) + state.reporter.count,
    dataOctets: state.dataOctets,
  };
}

/** Makes state and lexer, both new, go on from a checkpoint. */
export function goOnFrom(checkpoint: Checkpoint, state: ZoneState, lexer: Lexer): void {
  const { owner, ownerIsSet, ownerIsInZone } = checkpoint;
  lexer.position = checkpoint.position;
  lexer.line = checkpoint.line;
  lexer.reach = checkpoint.reach;
  lexer.firstCrlf = checkpoint.firstCrlf;
  lexer.recoveries = checkpoint.recoveries;
  setOrigin(state, checkpoint.origin);
  state.owner.set(owner, 0, owner.length, ownerIsInZone ? state.builder.internWire(owner) : -1);
  state.owner.isSet = ownerIsSet;
  state.ownerCrossed = checkpoint.ownerCrossed;
  state.defaultTtl = checkpoint.defaultTtl;
  state.lastTtl = checkpoint.lastTtl;
  state.inheritanceTold = checkpoint.inheritanceTold;
  state.soaSeen = checkpoint.soaSeen;
  state.soaRdata = checkpoint.soaRdata;
  state.soas = checkpoint.soas;
  state.generated = checkpoint.generated;
  state.dataOctets = checkpoint.dataOctets;
}

/**
 * Whether reading on from `now` gives what reading on from `then` gave, up to `end`, if the same octets come. Which SOA
 * came first, whose serial changes often, matters only if another comes.
 */
export function isAsAt(then: Checkpoint, now: Checkpoint, end: Checkpoint): boolean {
  const isSoaMatter = then.soas !== end.soas;
  return (
    inherited.every((key) => isSame(then[key], now[key])) &&
    (!isSoaMatter || isSame(then.soaRdata, now.soaRdata))
  );
}

/**
 * What `later`, a checkpoint of the earlier reading, is in the one that came to `now` where the earlier one was at `then`
 * and everything was as there.
 */
export function movedOn(later: Checkpoint, then: Checkpoint, now: Checkpoint): Checkpoint {
  const position = now.position - then.position;
  const crlf = later.crlfSeen ? later.firstCrlf + position : -1;
  return {
    ...later,
    soaRdata: later.soas === then.soas ? now.soaRdata : later.soaRdata,
    soas: later.soas + now.soas - then.soas,
    position: later.position + position,
    line: later.line + now.line - then.line,
    reach: Math.max(now.reach, later.reach + position),
    firstCrlf: now.crlfSeen ? now.firstCrlf : crlf,
    rows: later.rows + now.rows - then.rows,
    reports: later.reports + now.reports - then.reports,
    dataOctets: later.dataOctets + now.dataOctets - then.dataOctets,
  };
}

/** What the entries to come depend on besides their octets. */
const inherited = [
  "origin",
  "ownerIsSet",
  "ownerIsInZone",
  "owner",
  "ownerCrossed",
  "defaultTtl",
  "lastTtl",
  "inheritanceTold",
  "soaSeen",
  "generated",
  "recoveries",
  "crlfSeen",
] as const satisfies (keyof Checkpoint)[];

function isSame(a: unknown, b: unknown): boolean {
  return a instanceof Uint8Array && b instanceof Uint8Array ? Buffer.compare(a, b) === 0 : a === b;
}
