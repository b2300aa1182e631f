import type { z } from "zod";
import type { Clock, Log } from "../base/index.ts";
import type { RRType, Zone } from "../dns/index.ts";

/** One content of one zone under one serial, for ever. `zone` carries that serial in its SOA. */
export interface ZoneVersion {
  readonly name: string;
  readonly view: string;
  readonly serial: number;
  readonly contentHash: string;
  readonly commit: string;
  readonly zone: Zone;
}

export interface Nameserver {
  readonly name: string;
  readonly address: string;
  readonly port: number;
}

/** What a target says it did; proof of nothing: only verification is. */
export interface Receipt {
  readonly zone: string;
  readonly view: string;
  readonly serial: number | undefined;
  readonly detail: string;
}

/** A place zones are deployed to. `apply` and `remove` are idempotent: the same version twice is one change. */
export interface Target {
  readonly id: string;
  readonly kind: string;
  /** Who is asked afterwards; all of them are required. */
  readonly nameservers: readonly Nameserver[];
  /** What of a zone it cannot carry, in words; nothing of such a zone is stored or applied. Pure. */
  audit(zone: Zone): readonly string[];
  /** Loads what was served before the process stopped, and starts serving it. */
  start(versions: readonly ZoneVersion[]): Promise<void>;
  apply(version: ZoneVersion): Promise<Receipt>;
  /** Stops serving a zone. */
  remove(name: string, view: string): Promise<Receipt>;
  /** Tells secondaries again (NOTIFY); for servers that are late. */
  nudge(name: string, view: string): Promise<void>;
  stop(): Promise<void>;
}

export interface TargetDeps {
  readonly log: Log;
  readonly clock: Clock;
}

export interface TargetKind<K extends string = string, O extends z.ZodType = z.ZodType> {
  readonly kind: K;
  readonly summary: string;
  readonly options: O;
  open(id: string, options: z.infer<O>, deps: TargetDeps): Target;
}

/** One thing to ask every nameserver: presentation name and type. */
export interface Question {
  readonly name: string;
  readonly type: RRType;
}

export type Verdict = "ok" | "stale" | "wrong" | "unreachable";

/** What one nameserver was seen to serve of one zone. Times are milliseconds; `at` is since 1970. */
export interface ServerResult {
  readonly server: Nameserver;
  readonly verdict: Verdict;
  /** Serial of the SOA it answered with. */
  readonly serial: number | undefined;
  readonly asked: number;
  /** First few answers that differ, in words: name, type, expected, found. */
  readonly differences: readonly {
    readonly name: string;
    readonly type: string;
    readonly expected: string;
    readonly found: string;
  }[];
  readonly detail: string;
  readonly at: number;
  readonly tookMs: number;
}

export interface VerifyRequest {
  readonly server: Nameserver;
  readonly version: ZoneVersion;
  /** What was served before, so that an old answer is "stale" and any other "wrong". */
  readonly previous: Zone | undefined;
  readonly questions: readonly Question[];
}

export interface Verifier {
  verify(request: VerifyRequest, signal: AbortSignal): Promise<ServerResult>;
  /** Serial of the SOA a server answers with authority; undefined where it serves no such zone or does not answer. */
  serial(server: Nameserver, zone: string, signal: AbortSignal): Promise<number | undefined>;
  /** Asks that a zone taken out is no longer answered with authority. */
  absent(server: Nameserver, zone: string, signal: AbortSignal): Promise<ServerResult>;
}
