import { randomInt } from "node:crypto";
import type { Question } from "../../deploy/index.ts";
import { lookup, type Name, nameKey, parseName, type RRType, TYPE, type Zone } from "../../dns/index.ts";
import { cutOf } from "./referral.ts";

/** One question in the form for comparing. */
export interface Asked {
  readonly name: Name;
  readonly type: RRType;
}

/** What a signing server adds by itself, and so says nothing about what was deployed. */
const signersOwn: ReadonlySet<RRType> = new Set([
  TYPE.RRSIG,
  TYPE.NSEC,
  TYPE.DNSKEY,
  TYPE.NSEC3,
  TYPE.NSEC3PARAM,
  TYPE.CDS,
  TYPE.CDNSKEY,
]);

export function isSignersOwn(type: RRType): boolean {
  return signersOwn.has(type);
}

export function questionKey({ name, type }: Asked): string {
  return `${nameKey(name)} ${type}`;
}

/**
 * The questions without repetitions and without what signing servers make themselves; a random choice where there are
 * more than `most`, for a nameserver must not know which will be asked.
 */
export function chooseQuestions(questions: readonly Question[], most: number): Asked[] {
  const wanted = new Map<string, Asked>();
  for (const question of questions) {
    const asked = { name: nameKey(parseName(question.name)), type: question.type };
    if (!isSignersOwn(asked.type)) wanted.set(questionKey(asked), asked);
  }
  const all = [...wanted.values()];
  for (let i = 0; i < Math.min(most, all.length); i++) {
    const j = randomInt(i, all.length);
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all.slice(0, most);
}

/**
 * For each question that a zone answers with a referral, the question for the SOA at the cut: a server that has the
 * zone below as well answers from that one, and then the delegation cannot be seen on it.
 */
export function questionsAtCuts(zones: readonly Zone[], questions: readonly Asked[]): Asked[] {
  const cuts = new Map<string, Asked>();
  for (const zone of zones) {
    for (const { name, type } of questions) {
      const cut = cutOf(lookup(zone, name, type));
      if (cut) cuts.set(cut, { name: cut, type: TYPE.SOA });
    }
  }
  return [...cuts.values()];
}
