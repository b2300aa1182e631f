/** One holder's right to work on a lane: a proof, needed by every fenced write. */
export interface Claim {
  readonly key: string;
  /** What was asked for when the lane was claimed; settling settles no more than that. */
  readonly gen: number;
  /** Rises with every claim of the lane. */
  readonly fence: number;
  readonly owner: string;
  /** Claims since the last success, this one included. */
  readonly attempts: number;
}

/** How the work on a claim went. `again` and `retryIn` are milliseconds from now. */
export type Outcome =
  | { readonly ok: true; readonly again?: number }
  | { readonly ok: false; readonly error: string; readonly retryIn: number };

/** A lane as it stands. Times are milliseconds since 1970. */
export interface LaneRow {
  readonly key: string;
  readonly gen: number;
  readonly doneGen: number;
  /** When the lane is next due; undefined when nothing was asked since the last claim. */
  readonly dueAt: number | undefined;
  readonly attempts: number;
  readonly owner: string | undefined;
  readonly leaseUntil: number | undefined;
  readonly fence: number;
  readonly lastError: string | undefined;
}

/** A lease kept alive by heartbeats until it is stopped. */
export interface Hold {
  /** Aborts, with LeaseLost as its reason, when the lease is lost. */
  readonly signal: AbortSignal;
  stop(): void;
}

/**
 * What is to be looked at again, level-triggered: a bump raises the lane's generation, however many came before it,
 * and one claim works off all of them.
 */
export interface Lanes {
  /** Asks for lanes to be looked at, now or at `dueAt` (ms since 1970); the earlier of two dues wins. */
  bump(keys: readonly string[], options?: { readonly dueAt?: number }): Promise<void>;
  /** Takes the lane that has been due longest, also one whose holder's lease ran out; undefined if none is due. */
  claim(owner: string, prefixes?: readonly string[]): Promise<Claim | undefined>;
  /** Extends the lease; false when it is lost. */
  heartbeat(claim: Claim): Promise<boolean>;
  /** Sends heartbeats at a third of the lease until stopped. */
  hold(claim: Claim): Hold;
  /** Ends the claim; false when the lease was lost, and nothing is changed. */
  settle(claim: Claim, outcome: Outcome): Promise<boolean>;
  /** Gives an unfinished claim back, due at once, and not counted as an attempt; for shutting down. */
  release(claim: Claim): Promise<boolean>;
  find(key: string): Promise<LaneRow | undefined>;
  /** All lanes, by key. */
  list(): Promise<LaneRow[]>;
  /** When a lane can next be claimed (ms since 1970, perhaps past); undefined when nothing is to be done. */
  nextDue(): Promise<number | undefined>;
  /** Calls the listener after each bump made through this store; returns how to stop that. */
  onBump(listener: (keys: readonly string[]) => void): () => void;
}
