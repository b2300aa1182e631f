import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { TransientError } from "../../src/base/index.ts";
import { type Claim, EffectRefused, LeaseLost, type Store } from "../../src/store/index.ts";
import { LEASE, type ManualClock } from "./harness.ts";
import type { BranchWorld, From } from "./world.ts";

/** What befalls a replica: it is slow, dies, is stopped for longer than its lease, or never hears that its merge happened. */
export interface Mishap {
  readonly what: "none" | "slow" | "crash" | "stop" | "overtaken" | "lost answer";
  readonly at: "intended" | "acting" | "act" | "acted" | "confirmed";
}
export type Action =
  | { readonly does: "bump"; readonly lane: string }
  | { readonly does: "wait"; readonly leases: number }
  | { readonly does: "work"; readonly mishap: Mishap };

const noMishap: Mishap = { what: "none", at: "confirmed" };
const PAUSE_MS = 3;
const LANES = ["x", "y", "z"];

export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ does: fc.constant("bump" as const), lane: fc.constantFrom(...LANES) }),
  fc.record({ does: fc.constant("wait" as const), leases: fc.constantFrom(0.4, 1) }),
  fc.record({
    does: fc.constant("work" as const),
    mishap: fc.record<Mishap>({
      what: fc.constantFrom("none", "slow", "crash", "stop", "overtaken", "lost answer"),
      at: fc.constantFrom("intended", "acting", "act", "acted", "confirmed"),
    }),
  }),
);

class Crash extends Error {}

/** In which order bumps began and claims were had: what must be worked off, and what was. */
export class Ledger {
  #ticks = 0;
  readonly bumped = new Map<string, number>();
  readonly served = new Map<string, number>();

  tick(): number {
    this.#ticks += 1;
    return this.#ticks;
  }

  serve(lane: string, claimedAt: number): void {
    this.served.set(lane, Math.max(claimedAt, this.served.get(lane) ?? 0));
  }
}

export interface Surroundings {
  readonly world: BranchWorld;
  readonly clock: ManualClock;
  readonly ledger: Ledger;
}

/** A process that works off lanes as a controller does. Anything it throws, but for its mishap, fails the test. */
export class Replica {
  readonly #store: Store;
  readonly #name: string;
  readonly #around: Surroundings;
  readonly #other: Replica | undefined;

  /** `other` is who takes over while this one is stopped. */
  constructor(store: Store, name: string, around: Surroundings, other?: Replica) {
    this.#store = store;
    this.#name = name;
    this.#around = around;
    this.#other = other;
  }

  async play(actions: readonly Action[]): Promise<void> {
    for (const each of actions) {
      if (each.does === "bump") {
        this.#around.ledger.bumped.set(each.lane, this.#around.ledger.tick());
        await this.#store.lanes.bump([each.lane]);
      } else if (each.does === "wait") this.#around.clock.advance(LEASE * each.leases);
      else await this.work(each.mishap);
    }
  }

  async work(mishap: Mishap = noMishap): Promise<void> {
    const { lanes, effects } = this.#store;
    const claim = await lanes.claim(this.#name);
    if (!claim) return;
    const claimedAt = this.#around.ledger.tick();
    const unlisten = effects.onStep(({ step }) => (step === mishap.at ? this.#suffer(mishap) : undefined));
    try {
      await this.#merge(claim, mishap);
      if (await lanes.settle(claim, { ok: true })) this.#around.ledger.serve(claim.key, claimedAt);
    } catch (error) {
      if (error instanceof EffectRefused || error instanceof TransientError) {
        await lanes.settle(claim, { ok: false, error: error.message, retryIn: 0 });
      } else if (!(error instanceof Crash || error instanceof LeaseLost)) throw error;
    } finally {
      unlisten();
    }
  }

  /** Settles what an earlier holder left open, then merges onto the present tip. */
  async #merge(claim: Claim, mishap: Mishap): Promise<void> {
    const { world } = this.#around;
    const mergeOnto = (tip: number) =>
      this.#store.effects.run(
        claim,
        world.merge(claim.key, tip, claim, async (when) => {
          if (when === "before" && mishap.at === "act") await this.#suffer(mishap);
          if (when === "after" && mishap.what === "lost answer") throw new Crash();
        }),
      );
    for (const left of await this.#store.effects.open(claim.key)) await mergeOnto((left.input as From).from);
    await mergeOnto(world.tip(claim.key));
  }

  async #suffer({ what }: Mishap): Promise<void> {
    if (what === "crash") throw new Crash();
    if (what === "stop" || what === "overtaken") this.#around.clock.advance(LEASE);
    if (what === "slow" || what === "stop") await sleep(PAUSE_MS);
    if (what === "overtaken") for (const _ of LANES) await this.#other?.work();
  }
}
