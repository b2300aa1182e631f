import type { Claim } from "../lanes/lanes.ts";

/**
 * Something done to the world outside, once per `id` for ever. Input and output must survive JSON; both callbacks
 * get the input as it was recorded with the intent, which after a crash may be an earlier process's.
 */
export interface EffectSpec<I, O> {
  /** A natural key: "merge:1#7@head:base". */
  readonly id: string;
  readonly kind: string;
  readonly input: I;
  /** Did it already happen? Undefined if not. Asked when there was an earlier attempt, or always with `probeFirst`. */
  probe(input: I): Promise<O | undefined>;
  readonly probeFirst?: boolean;
  /** Throws EffectRefused if it certainly did not happen; anything else thrown leaves the intent open. */
  act(input: I): Promise<O>;
  readonly audit: { readonly subject: string; data(output: O): unknown };
}

export interface EffectResult<O> {
  readonly output: O;
  readonly how: "done-before" | "found" | "acted";
}

export interface EffectStep {
  readonly id: string;
  readonly kind: string;
  readonly step: "intended" | "acting" | "acted" | "confirmed";
}

/** An effect as recorded. `state` intended: it may or may not have happened. Times are ms since 1970. */
export interface OpRow {
  readonly id: string;
  readonly kind: string;
  readonly laneKey: string;
  readonly fence: number;
  readonly state: "intended" | "done" | "abandoned";
  readonly input: unknown;
  readonly output: unknown;
  /** Why it was abandoned. */
  readonly reason: string | undefined;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** Intents: commit what is about to be done, look whether it was, do it, confirm it with an audit row. */
export interface Effects {
  /**
   * Throws LeaseLost when the claim's lease is lost, TransientError while this process is at the same effect for an
   * earlier claim, and whatever `probe` and `act` throw.
   */
  run<I, O>(claim: Claim, spec: EffectSpec<I, O>): Promise<EffectResult<O>>;
  /**
   * Ends an intent that was not confirmed, without acting: for one that an earlier holder left and that is no longer
   * wanted, after a look at the world. The reason replaces an earlier one. Throws LeaseLost, and InvariantError when
   * there is no such intent or it is done.
   */
  abandon(claim: Claim, id: string, reason: string): Promise<void>;
  /** Intents that were neither confirmed nor abandoned, oldest first. */
  open(laneKey?: string): Promise<OpRow[]>;
  find(id: string): Promise<OpRow | undefined>;
  /** Everything of one kind that was done under a lane, oldest first. */
  done(laneKey: string, kind: string): Promise<OpRow[]>;
  /** Listeners are awaited before the next step; returns how to stop listening. */
  onStep(listener: (step: EffectStep) => void | Promise<void>): () => void;
}
