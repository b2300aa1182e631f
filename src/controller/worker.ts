import { type Log, messageOf, TransientError } from "../base/index.ts";
import { GitHubUnavailable } from "../github/index.ts";
import { type Claim, EffectRefused, LeaseLost } from "../store/index.ts";
import type { Controller } from "./controller.ts";

/** How a handler leaves its lane: done, or to be looked at again after so many milliseconds. */
export type LaneOutcome = { readonly again?: number };

export type LaneHandler = (claim: Claim, log: Log, signal: AbortSignal) => Promise<LaneOutcome>;

export interface Worker {
  /**
   * Takes no more work and ends what was begun at its next step, handed back unfinished. Resolves then, or after
   * `graceMs`: what still runs by then is taken over when its lease runs out.
   */
  stop(graceMs: number): Promise<void>;
}

const POLL_MS = 1_500;
/** How long GitHub may still be at a write that it did not answer. */
const UNCLEAR_MS = 1_000;
const RETRY_MS = [500, 1_000, 2_000, 5_000, 15_000, 30_000, 60_000] as const;

/**
 * Claims lanes that are due and hands each to its handler, one loop for each entry of `lanes`, each under a lease of its
 * own. An entry names what its loop takes by the beginning of the lane's key; undefined takes anything.
 */
export function startWorker(
  controller: Controller,
  handle: LaneHandler,
  lanes: readonly (readonly string[] | undefined)[],
): Worker {
  const { store, log, owner } = controller;
  const stopping = new AbortController();
  const bell = new Bell();
  const unsubscribe = store.lanes.onBump(() => bell.ring());
  const loops = lanes.map((prefixes, index) => loop(`${owner}/${index}`, prefixes));

  async function loop(name: string, prefixes: readonly string[] | undefined): Promise<void> {
    while (!stopping.signal.aborted) {
      const claim = await claimNext(name, prefixes);
      if (claim) await work(claim);
      else await bell.wait(POLL_MS, stopping.signal);
    }
  }

  async function claimNext(name: string, prefixes?: readonly string[]): Promise<Claim | undefined> {
    try {
      return await store.lanes.claim(name, prefixes);
    } catch (error) {
      log.error({ error }, "claiming work went wrong");
      return undefined;
    }
  }

  async function work(claim: Claim): Promise<void> {
    const lane = log.child({ lane: claim.key });
    const hold = store.lanes.hold(claim);
    const signal = AbortSignal.any([hold.signal, stopping.signal]);
    try {
      const { again } = await handle(claim, lane, signal);
      await store.lanes.settle(claim, again === undefined ? { ok: true } : { ok: true, again });
    } catch (error) {
      if (stopping.signal.aborted) await store.lanes.release(claim).catch(() => false);
      else await giveUp(claim, lane, error);
    } finally {
      hold.stop();
    }
  }

  async function giveUp(claim: Claim, lane: Log, error: unknown): Promise<void> {
    if (error instanceof LeaseLost) {
      lane.warn({}, "another process took this lane over");
      return;
    }
    const retryIn = retryDelay(claim.attempts, error);
    lane.warn({ error, retryIn }, "working on this lane went wrong; it is tried again");
    await store.lanes
      .settle(claim, { ok: false, error: messageOf(error), retryIn })
      .catch((cause: unknown) =>
        lane.error({ error: cause }, "handing the lane back went wrong; its lease will end"),
      );
  }

  return {
    async stop(graceMs) {
      stopping.abort();
      unsubscribe();
      bell.ring();
      await Promise.race([
        Promise.all(loops),
        new Promise((resolve) => setTimeout(resolve, graceMs).unref()),
      ]);
    },
  };
}

/**
 * Longer with each attempt, the first being 1; at least what the other side asked for, and long enough for a write
 * whose answer was lost to have come to its end, so that looking for it tells. Milliseconds.
 */
export function retryDelay(attempts: number, error: unknown): number {
  const usual = RETRY_MS[Math.min(Math.max(attempts, 1), RETRY_MS.length) - 1]!;
  const cause = error instanceof EffectRefused ? error.cause : error;
  const asked = cause instanceof TransientError ? (cause.retryAfter ?? 0) : 0;
  const unclear = cause instanceof GitHubUnavailable && cause.uncertain ? UNCLEAR_MS : 0;
  return Math.max(usual, asked, unclear);
}

/** Wakes whoever waits. A ring with nobody waiting is remembered for the next who does. */
class Bell {
  #waiting = new Set<() => void>();
  #rung = false;

  ring(): void {
    this.#rung = this.#waiting.size === 0;
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  async wait(ms: number, signal: AbortSignal): Promise<void> {
    if (this.#rung || signal.aborted) {
      this.#rung = false;
      return;
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(wake, ms);
      const waiting = this.#waiting;
      function wake(): void {
        clearTimeout(timer);
        waiting.delete(wake);
        signal.removeEventListener("abort", wake);
        resolve();
      }
      this.#waiting.add(wake);
      signal.addEventListener("abort", wake, { once: true });
    });
  }
}
