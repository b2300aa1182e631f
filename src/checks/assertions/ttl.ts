import { formatDuration } from "../../dns/index.ts";
import type { AssertionKind } from "../assertion.ts";
import { inRange, rangeText, recordName } from "../describe.ts";
import { closed, nameOption, secondsOption, typeOption } from "../options.ts";
import { missingRecords } from "../targets.ts";

const options = closed({
  ttl: nameOption,
  type: typeOption,
  min: secondsOption.optional(),
  max: secondsOption.optional(),
}).refine(({ min, max }) => min !== undefined || max !== undefined, { error: "says neither min nor max" });

/** How long caches keep what a name leads to: the least TTL on the way, aliases included. */
export const ttl: AssertionKind<"ttl", typeof options> = {
  kind: "ttl",
  summary: "The records of a type, and the aliases that lead to them, have a TTL within bounds.",
  options,
  example: `ttl: www.acme.example
type: A
min: 1m
max: 1h`,
  evaluate({ ttl: name, type, min, max }, ask) {
    const answer = ask.resolve(name, type);
    if (answer.kind !== "records") return [missingRecords(name, type, ask)];
    if (inRange(answer.ttl, { min, max })) return [];
    const expected = `a TTL of ${rangeText({ min, max }, formatDuration)}`;
    return [
      { record: recordName(name, type), expected, found: formatDuration(answer.ttl), at: answer.place },
    ];
  },
};
