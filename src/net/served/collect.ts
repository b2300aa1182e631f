import { type ServedAnswer, type ServedAnswers, type ServedQuestion, servedKey } from "../../checks/index.ts";
import type { Endpoint } from "../endpoint.ts";
import { AskedServer, type ServerLimits } from "./ask.ts";

/** What came of a run over the answers there were. */
export interface ServedRun {
  /** What it would have needed to know besides. */
  readonly unanswered: readonly ServedQuestion[];
}

export interface CollectOptions extends Partial<ServerLimits> {
  readonly signal: AbortSignal;
  /** How long all of it may take, in milliseconds; 60,000 unless told. */
  readonly totalMs?: number;
}

/** Answers lead to more questions no more often than this: an alias for each round. */
const MOST_ROUNDS = 24;
const LIMITS: ServerLimits = { timeoutMs: 2_000, tries: 3, atOnce: 20 };
const TOTAL_MS = 60_000;

/**
 * Runs something that knows a nameserver only by answers, asks that server what it did not know, and runs it again, until
 * nothing is left unanswered. Whatever the server does, or does not do in time, is an answer. Throws what `run` throws,
 * and the signal's reason when aborted.
 */
export async function collectAnswers<T extends ServedRun>(
  endpoint: Endpoint,
  run: (answers: ServedAnswers) => Promise<T>,
  { signal, totalMs = TOTAL_MS, ...limits }: CollectOptions,
): Promise<T> {
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(totalMs)]);
  const server = new AskedServer(endpoint, { ...LIMITS, ...limits }, inTime);
  const answers = new Map<string, ServedAnswer>();
  for (let round = 1; ; round += 1) {
    const result = await run(answers);
    signal.throwIfAborted();
    const questions = new Map(result.unanswered.map((question) => [servedKey(question), question]));
    for (const key of answers.keys()) questions.delete(key);
    if (questions.size === 0 || round > MOST_ROUNDS) return result;
    const asked = [...questions.values()];
    const replies = round < MOST_ROUNDS ? await server.ask(asked) : asked.map((): ServedAnswer => TOO_FAR);
    signal.throwIfAborted();
    for (const [index, key] of [...questions.keys()].entries()) answers.set(key, replies[index]!);
  }
}

const TOO_FAR: ServedAnswer = { is: "silence", why: "each of its answers led to another question" };
