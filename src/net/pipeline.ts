import { TransientError } from "../base/index.ts";
import { decodeMessage, encodeMessage, type Message, MessageError } from "../dns/index.ts";
import type { Endpoint } from "./endpoint.ts";
import { isReplyTo, randomIds } from "./match.ts";
import { openTcp } from "./tcp.ts";
import type { AskOptions } from "./udp.ts";

/** So many questions go out on one connection, in one write. */
const batchSize = 500;
/** What each question adds to the time a connection may take, beside `timeoutMs`. */
const perAnswerMs = 20;

/**
 * Answers to all queries, in their order, asked over TCP without waiting between them. A server may answer in any order
 * (RFC 7766 §7) and may close before it is done: what is left is asked again on a new connection as long as each brings
 * something. `undefined` where there was no answer. Throws TransientError where there was none at all, and the signal's
 * reason when aborted.
 */
export async function exchangeAll(
  endpoint: Endpoint,
  queries: readonly Message[],
  options: AskOptions,
): Promise<(Message | undefined)[]> {
  const answers = new Map<number, Message>();
  let left = [...queries.keys()];
  while (left.length > 0) {
    const batch = left.slice(0, batchSize);
    const ready = withIds(batch.map((index) => queries[index]!));
    let replies: (Message | undefined)[];
    try {
      replies = await askAllOverTcp(endpoint, ready, options);
    } catch (error) {
      if (!(error instanceof TransientError) || answers.size === 0) throw error;
      break;
    }
    for (const [i, reply] of replies.entries()) if (reply) answers.set(batch[i]!, reply);
    const missing = batch.filter((index) => !answers.has(index));
    if (missing.length === batch.length) break;
    left = [...missing, ...left.slice(batchSize)];
  }
  return queries.map((_, index) => answers.get(index));
}

interface ReadyQuery {
  readonly message: Message;
  readonly octets: Uint8Array;
}

function withIds(queries: readonly Message[]): ReadyQuery[] {
  const ids = randomIds(queries.length);
  return queries.map((query, i) => {
    const message = { ...query, id: ids[i]! };
    return { message, octets: encodeMessage(message) };
  });
}

/** One connection's worth of `exchangeAll`: the queries have different ids. */
export async function askAllOverTcp(
  endpoint: Endpoint,
  queries: readonly ReadyQuery[],
  options: AskOptions,
): Promise<(Message | undefined)[]> {
  const waiting = new Map(queries.map(({ message }, index) => [message.id, { message, index }]));
  const answers = new Array<Message | undefined>(queries.length).fill(undefined);
  const conversation = await openTcp(endpoint, {
    ...options,
    totalMs: options.timeoutMs + queries.length * perAnswerMs,
  });
  try {
    conversation.send(queries.map(({ octets }) => octets));
    for await (const octets of conversation.messages()) {
      const reply = decodeMessage(octets);
      const asked = waiting.get(reply.id);
      if (!asked || !isReplyTo(asked.message, reply)) continue;
      answers[asked.index] = reply;
      waiting.delete(reply.id);
      if (waiting.size === 0) break;
    }
  } catch (error) {
    // A server that breaks off, or sends what is no message, keeps what it has answered.
    const kept = error instanceof TransientError && waiting.size < queries.length;
    if (!kept && !(error instanceof MessageError)) throw error;
  } finally {
    conversation.close();
  }
  return answers;
}
