import { type Name, nameKey, parentOf, type RRType } from "../../dns/index.ts";
import type { Resolver } from "../resolver.ts";
import { type ResolvableZone, zoneResolver } from "../zone-resolver.ts";
import type { ServedAnswers, ServedQuestion } from "./answer.ts";
import { follow } from "./follow.ts";

/**
 * Answers from what one nameserver said, by the rules by which zoneResolver answers from files. What it was not asked yet
 * is handed to `ask`, and guessed: what comes of a run counts once nothing is asked any more. The zones, as the files
 * have them, say which names are ours, what is walked, and where the records stand.
 */
export function servedResolver(
  zones: readonly ResolvableZone[],
  answers: ServedAnswers,
  ask: (question: ServedQuestion) => void,
): Resolver {
  const files = zoneResolver(zones);
  const apexes = new Set(zones.map(({ zone }) => zone.apex));
  const apexOf = (name: Name) => {
    for (let at: Name | undefined = name; at !== undefined; at = parentOf(at)) if (apexes.has(at)) return at;
    return undefined;
  };
  const nearest = (name: Name, type: RRType) => files.nearest?.(name, type);
  const names = (below: Name) => files.names?.(below) ?? [];
  return {
    resolve: (name, type) => follow({ name: nameKey(name), type }, { answers, ask, apexOf, files }),
    nearest,
    names,
  };
}
