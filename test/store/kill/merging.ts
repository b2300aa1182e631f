import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { Claim, EffectSpec, Store } from "../../../src/store/index.ts";

/** Works off a claim on a world outside the database: a file with a line for every merge that ever happened. */
export async function mergeFor(store: Store, claim: Claim, worldFile: string): Promise<string> {
  const wanted = `merge:${claim.key}@${claim.gen}`;
  for (const left of await store.effects.open(claim.key)) {
    if (mergesIn(worldFile).includes(left.id)) await store.effects.run(claim, merging(left.id, worldFile));
    else if (left.id !== wanted) await store.effects.abandon(claim, left.id, "superseded");
  }
  const { output } = await store.effects.run(claim, merging(wanted, worldFile));
  return output.merged;
}

function merging(id: string, worldFile: string): EffectSpec<{ id: string }, { merged: string }> {
  return {
    id,
    kind: "merge",
    input: { id },
    probe: async (input) => (mergesIn(worldFile).includes(input.id) ? { merged: input.id } : undefined),
    act: async (input) => {
      appendFileSync(worldFile, `${input.id}\n`);
      return { merged: input.id };
    },
    audit: { subject: id, data: (output) => output },
  };
}

/** The ids of all merges that happened, in order. */
export function mergesIn(worldFile: string): string[] {
  return existsSync(worldFile) ? readFileSync(worldFile, "utf8").split("\n").filter(Boolean) : [];
}
