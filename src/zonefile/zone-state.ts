import { type Name, nameKey, nameToWire, type ZoneBuilder } from "../dns/index.ts";
import { CurrentOwner } from "./current-owner.ts";
import { Fields } from "./fields.ts";
import type { Lexer } from "./lexer.ts";
import type { Anchor } from "./place.ts";
import { PLAIN_RDATA_ROOM } from "./plain-rdata.ts";
import type { Reporter } from "./reporter.ts";

/** One file while it is read. */
export interface Source {
  readonly file: string;
  /** Of the file, in the zone's builder. */
  readonly fileId: number;
  readonly lexer: Lexer;
  /** Where its records are said to stand: its own entry, or for what `$GENERATE` makes, the directive. */
  readonly standsAt: Anchor;
  /** The files that included this one, outermost first, and this one. */
  readonly chain: readonly string[];
}

/** What carries over from record to record (RFC 1035 §5.1, RFC 2308 §4), and where the records go. */
export interface ZoneState {
  readonly apex: Name;
  readonly builder: ZoneBuilder;
  /** Another one while `$GENERATE` makes records. */
  reporter: Reporter;
  readonly read: (path: string) => Uint8Array | undefined;
  readonly maxIncludeDepth: number;
  readonly files: Set<string>;
  readonly missing: Set<string>;
  /** The apex in wire form, lower case. */
  readonly apexWire: Uint8Array;
  origin: Name;
  originWire: Uint8Array;
  readonly owner: CurrentOwner;
  /** The directive that stands between that owner and now, if one does: servers differ on what is inherited. */
  ownerCrossed: "$ORIGIN" | "$INCLUDE" | undefined;
  /** From `$TTL`, or from the SOA minimum where the SOA has no TTL itself. */
  defaultTtl: number | undefined;
  lastTtl: number | undefined;
  /** The included file that changed `$TTL` for what follows, until that was told. */
  ttlLeakedFrom: string | undefined;
  inheritanceTold: boolean;
  /** An SOA stood in the file, well-formed or not. */
  soaSeen: boolean;
  /** A bound was reached: nothing more is read. */
  stopped: boolean;
  soaRdata: Uint8Array | undefined;
  /** SOA records of the apex that were read well so far. */
  soas: number;
  octetsRead: number;
  /** Octets of owners and data that the zone holds. */
  dataOctets: number;
  /** Where the fields of the record being read are. */
  readonly fields: Fields;
  /** Room for the data of the record being read. */
  readonly scratch: Uint8Array;
  includes: number;
  generated: number;
}

export function newZoneState(
  apex: Name,
  sinks: Pick<ZoneState, "builder" | "reporter" | "read" | "maxIncludeDepth">,
): ZoneState {
  return {
    apex: nameKey(apex),
    apexWire: nameToWire(nameKey(apex)),
    ...sinks,
    files: new Set(),
    missing: new Set(),
    origin: apex,
    originWire: nameToWire(apex),
    owner: new CurrentOwner(),
    ownerCrossed: undefined,
    defaultTtl: undefined,
    lastTtl: undefined,
    ttlLeakedFrom: undefined,
    inheritanceTold: false,
    soaSeen: false,
    stopped: false,
    soaRdata: undefined,
    soas: 0,
    octetsRead: 0,
    dataOctets: 0,
    fields: new Fields(),
    scratch: new Uint8Array(PLAIN_RDATA_ROOM),
    includes: 0,
    generated: 0,
  };
}

/** Makes `origin` what relative names are completed with from here on. */
export function setOrigin(state: ZoneState, origin: Name): void {
  state.origin = origin;
  state.originWire = nameToWire(origin);
}
