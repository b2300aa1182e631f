import { TransientError } from "../../base/index.ts";
import type { Database } from "../database.ts";
import type { EffectStep, Effects } from "./effects.ts";
import { abandon, opFrom } from "./ops.ts";
import { runOnce } from "./run.ts";

type Listener = (step: EffectStep) => void | Promise<void>;

export function createEffects(database: Database): Effects {
  const { db } = database;
  const listeners = new Set<Listener>();
  const running = new Set<string>();

  async function told(spec: { readonly id: string; readonly kind: string }, step: EffectStep["step"]) {
    for (const listener of listeners) await listener({ id: spec.id, kind: spec.kind, step });
  }

  /** An attempt that lost its lease may still be waiting for an answer when the next holder comes to the effect. */
  async function alone<T>(id: string, work: () => Promise<T>): Promise<T> {
    if (running.has(id)) {
      throw new TransientError(
        `running effect ${id}`,
        "an earlier attempt in this process has not ended yet",
      );
    }
    running.add(id);
    try {
      return await work();
    } finally {
      running.delete(id);
    }
  }

  return {
    run: (claim, spec) => alone(spec.id, () => runOnce(database, claim, spec, (step) => told(spec, step))),
    abandon: (claim, id, reason) => alone(id, () => abandon(database, claim, id, reason)),
    async open(laneKey) {
      const rows = await db
        .selectFrom("op")
        .selectAll()
        .where("state", "=", "intended")
        .$if(laneKey !== undefined, (query) => query.where("laneKey", "=", laneKey ?? ""))
        .orderBy("createdAt")
        .orderBy("id")
        .execute();
      return rows.map(opFrom);
    },
    async find(id) {
      const row = await db.selectFrom("op").selectAll().where("id", "=", id).executeTakeFirst();
      return row && opFrom(row);
    },
    async done(laneKey, kind) {
      const rows = await db
        .selectFrom("op")
        .selectAll()
        .where("state", "=", "done")
        .where("laneKey", "=", laneKey)
        .where("kind", "=", kind)
        .orderBy("createdAt")
        .orderBy("id")
        .execute();
      return rows.map(opFrom);
    },
    onStep(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
