import { randomInt } from "node:crypto";
import { type Message, nameKey, RCODE, type WireQuestion } from "../dns/index.ts";

/** A message id nobody can guess. */
export function randomId(): number {
  return randomInt(0x10000);
}

/** As many ids as asked for, all different. */
export function randomIds(count: number): number[] {
  const ids = new Set<number>();
  while (ids.size < count) ids.add(randomId());
  return [...ids];
}

/**
 * Whether `reply` answers `query`: id, opcode and question are the same. An error may come without the question, for
 * a server that did not understand it has none to repeat.
 */
export function isReplyTo(query: Message, reply: Message): boolean {
  if (!reply.flags.qr || reply.id !== query.id || reply.flags.opcode !== query.flags.opcode) return false;
  if (reply.question.length === 0 && reply.flags.rcode !== RCODE.NOERROR) return true;
  return (
    reply.question.length === query.question.length &&
    query.question.every((question, i) => isSameQuestion(question, reply.question[i]!))
  );
}

function isSameQuestion(a: WireQuestion, b: WireQuestion): boolean {
  return a.type === b.type && a.class === b.class && nameKey(a.name) === nameKey(b.name);
}
