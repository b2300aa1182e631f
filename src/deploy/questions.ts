import { InvariantError } from "../base/index.ts";
import { type RRType, TYPE, typeCode, type Zone } from "../dns/index.ts";
import { diffZones } from "../plan/index.ts";
import type { Question } from "./ports.ts";

/** More changed RRsets than this are verified by an even sample of them; the SOA is always asked. */
export const MAX_QUESTIONS = 2_000;

/**
 * What to ask a nameserver so that its answers show whether it serves `next`: every RRset that differs from
 * `previous` (all of them where there was nothing before), removed ones included, and the SOA.
 */
export function questionsFor(previous: Zone | undefined, next: Zone): readonly Question[] {
  const changed = diffZones(previous, next, "managed").map((change): Question => {
    const value = change.op === "remove" ? change.before : change.after;
    return { name: value.owner, type: codeOf(value.type) };
  });
  const soa: Question = { name: next.apex, type: TYPE.SOA };
  return [
    soa,
    ...sample(
      changed.filter((question) => question.type !== TYPE.SOA),
      MAX_QUESTIONS,
    ),
  ];
}

function codeOf(type: string): RRType {
  const code = typeCode(type);
  if (code === undefined)
    throw new InvariantError("choosing what to verify", `the plan names a type "${type}" that is none`);
  return code;
}

function sample<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  const step = items.length / most;
  return Array.from({ length: most }, (_, index) => items[Math.floor(index * step)]!);
}
