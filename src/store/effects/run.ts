import type { Database } from "../database.ts";
import { EffectRefused } from "../errors.ts";
import { fenced } from "../lanes/fence.ts";
import type { Claim } from "../lanes/lanes.ts";
import type { EffectResult, EffectSpec, EffectStep } from "./effects.ts";
import { abandon, confirm, intend } from "./ops.ts";

type Tell = (step: EffectStep["step"]) => Promise<void>;

/**
 * Intent → probe → act → confirm. Killed before the intent: nothing happened. Killed after it: the next holder finds
 * the intent open and probes before it acts. Killed after the confirmation: the next holder gets the recorded output.
 */
export async function runOnce<I, O>(
  database: Database,
  claim: Claim,
  spec: EffectSpec<I, O>,
  told: Tell,
): Promise<EffectResult<O>> {
  const intent = await fenced(database, claim, `intending effect ${spec.id}`, (tx) =>
    intend(database, tx, claim, spec),
  );
  if (intent.state === "done") return { output: intent.output as O, how: "done-before" };
  await told("intended");
  const { output, how } = await happen(database, claim, spec, intent, told);
  const recorded = await confirm(database, claim, spec, output);
  await told("confirmed");
  return { output: recorded, how };
}

/**
 * Sees to it that the effect has happened. After an earlier attempt its holder may be stopped, not dead, and act
 * between our probe and our act: then the refusal of ours means that it is done.
 */
async function happen<I, O>(
  database: Database,
  claim: Claim,
  spec: EffectSpec<I, O>,
  intent: { readonly state: "new" | "earlier"; readonly input: unknown },
  told: Tell,
): Promise<EffectResult<O>> {
  const input = intent.input as I;
  const earlier = intent.state === "earlier";
  const found = earlier || spec.probeFirst ? await spec.probe(input) : undefined;
  if (found !== undefined) return { output: found, how: "found" };
  try {
    return { output: await act(database, claim, spec, input, told), how: "acted" };
  } catch (error) {
    if (!(error instanceof EffectRefused)) throw error;
    const late = earlier ? await spec.probe(input) : undefined;
    if (late !== undefined) return { output: late, how: "found" };
    await abandon(database, claim, spec.id, error.message);
    throw error;
  }
}

/** Probing takes time, and a process may be stopped anywhere: the lease is proved once more right before the act. */
async function act<I, O>(
  database: Database,
  claim: Claim,
  spec: EffectSpec<I, O>,
  input: I,
  told: Tell,
): Promise<O> {
  await told("acting");
  await fenced(database, claim, `acting on effect ${spec.id}`, async () => undefined);
  const output = await spec.act(input);
  await told("acted");
  return output;
}
