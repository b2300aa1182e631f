import type { UpdateObject } from "kysely";
import { InvariantError } from "../../base/index.ts";
import type { Database, Tx } from "../database.ts";
import { fromJson, toJson } from "../json.ts";
import { fenced } from "../lanes/fence.ts";
import type { Claim } from "../lanes/lanes.ts";
import { keptReason } from "../reason.ts";
import type { Tables } from "../schema.ts";
import { insertAudit } from "../tables/audit.ts";
import type { EffectSpec, OpRow } from "./effects.ts";

/**
 * What is known of an effect when a holder comes to it. After an earlier attempt it may have happened, even if that
 * was abandoned: a holder stopped longer than its lease may have acted late, and so be why the next was refused.
 */
export type Intent =
  | { readonly state: "done"; readonly output: unknown }
  | { readonly state: "new" | "earlier"; readonly input: unknown };

/** Records that an effect is about to happen, or takes over the intent of an earlier attempt. */
export async function intend<I, O>(
  database: Database,
  tx: Tx,
  claim: Claim,
  spec: EffectSpec<I, O>,
): Promise<Intent> {
  const row = await tx.selectFrom("op").selectAll().where("id", "=", spec.id).executeTakeFirst();
  if (row?.state === "done") return { state: "done", output: fromJson(row.output) };
  const holder = { laneKey: claim.key, fence: claim.fence, updatedAt: database.now() };
  if (row?.state === "intended") {
    await refuseIfHeldElsewhere(database, tx, claim, row);
    await tx.updateTable("op").set(holder).where("id", "=", spec.id).execute();
    return { state: "earlier", input: fromJson(row.input) };
  }
  const input = toJson(spec.input);
  const fresh = { ...holder, kind: spec.kind, state: "intended", input, output: null, reason: null } as const;
  await tx
    .insertInto("op")
    .values({ id: spec.id, createdAt: database.now(), ...fresh })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(fresh))
    .execute();
  return { state: row ? "earlier" : "new", input: fromJson(input) };
}

/** An id belongs to one lane at a time: taking over from a living holder would let both act. */
async function refuseIfHeldElsewhere(
  database: Database,
  tx: Tx,
  claim: Claim,
  row: Tables["op"],
): Promise<void> {
  if (row.laneKey === claim.key) return;
  const holder = await tx
    .selectFrom("lane")
    .select("owner")
    .where("key", "=", row.laneKey)
    .where("fence", "=", row.fence)
    .where("leaseUntil", ">", database.now())
    .executeTakeFirst();
  if (holder) {
    throw new InvariantError(
      `running effect ${row.id} on lane ${claim.key}`,
      `lane ${row.laneKey} is at it too, held by ${holder.owner}`,
    );
  }
}

/** Ends an open intent as done, with its audit row; returns the output as recorded. */
export async function confirm<I, O>(
  database: Database,
  claim: Claim,
  spec: Pick<EffectSpec<I, O>, "id" | "kind" | "audit">,
  output: O,
): Promise<O> {
  const recorded = toJson(output);
  const kept = fromJson(recorded) as O;
  const entry = { kind: spec.kind, subject: spec.audit.subject, data: spec.audit.data(kept) };
  await fenced(database, claim, `confirming effect ${spec.id}`, async (tx) => {
    await end(tx, spec.id, { state: "done", output: recorded, updatedAt: database.now() });
    await insertAudit(database, tx, entry);
  });
  return kept;
}

/** Ends an intent as not done, or as not known to be done. */
export async function abandon(database: Database, claim: Claim, id: string, reason: string): Promise<void> {
  await fenced(database, claim, `abandoning effect ${id}`, (tx) =>
    end(tx, id, { state: "abandoned", reason: keptReason(reason), updatedAt: database.now() }),
  );
}

async function end(tx: Tx, id: string, change: UpdateObject<Tables, "op">): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable("op")
    .set(change)
    .where("id", "=", id)
    .where("state", "!=", "done")
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) {
    throw new InvariantError(`ending effect ${id}`, "it was never intended, or is done already");
  }
}

export function opFrom(row: Tables["op"]): OpRow {
  return {
    ...row,
    input: fromJson(row.input),
    output: fromJson(row.output),
    reason: row.reason ?? undefined,
  };
}
