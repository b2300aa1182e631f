import type { ServerResult, Verdict, ZoneVersion } from "../../deploy/index.ts";
import { compareSerial, lookup, type Name, RCODE, TYPE, typeName, type Zone } from "../../dns/index.ts";
import { readSoaAnswer } from "../soa.ts";
import { expectedForm, foundForm, isSameForm } from "./answer-form.ts";
import type { Observation } from "./observe.ts";
import { type Asked, questionKey } from "./questions.ts";
import { cutOf } from "./referral.ts";
import { describeForm, plainText } from "./words.ts";

export interface Judgement {
  readonly verdict: Verdict;
  readonly serial: number | undefined;
  readonly differences: ServerResult["differences"];
  readonly detail: string;
}

type Difference = ServerResult["differences"][number];

const mostDifferences = 10;

/**
 * What an observation says about a server: whether it serves `version`, still serves what was before, or something
 * else. Pure. A server that is behind is never called wrong for it: a deploy is undone only for wrong data.
 */
export function judge(
  seen: Observation,
  version: Pick<ZoneVersion, "serial" | "zone">,
  previous: Zone | undefined,
  questions: readonly Asked[],
): Judgement {
  if (!seen.soa.serves) {
    return previous
      ? conclude("unreachable", undefined, [], `it does not serve the zone any more: ${seen.soa.why}`)
      : conclude("stale", undefined, [], `it does not serve the zone yet: ${seen.soa.why}`);
  }
  const { serial } = seen.soa;
  const missing = questions.filter((question) => !seen.answers.has(questionKey(question)));
  if (missing.length > 0) {
    return conclude(
      "unreachable",
      serial,
      [],
      `${missing.length} of ${questions.length} questions were not answered`,
    );
  }
  const differences = compareAll(seen, version.zone, questions);
  const order = compareSerial(serial, version.serial);
  if (order === 0 || order === 1) {
    return differences.length === 0
      ? conclude(
          "ok",
          serial,
          [],
          order === 0 ? `serves serial ${serial}` : `serves serial ${serial}, ahead of ${version.serial}`,
        )
      : conclude("wrong", serial, differences, `serves serial ${serial} with other data than was deployed`);
  }
  const late: Difference = {
    name: version.zone.apex,
    type: "SOA",
    expected: `serial ${version.serial} or newer`,
    found: `serial ${serial}`,
  };
  const behind = whyBehind(seen, serial, previous, questions, differences.length === 0);
  return behind
    ? conclude("stale", serial, [late, ...differences], behind)
    : conclude(
        "wrong",
        serial,
        [late, ...differences],
        `serves serial ${serial} with data that is neither old nor new`,
      );
}

/** How a server with an older serial comes to its answers; undefined where that cannot be explained by being late. */
function whyBehind(
  seen: Observation,
  serial: number,
  previous: Zone | undefined,
  questions: readonly Asked[],
  servesNew: boolean,
): string | undefined {
  const before = previous?.soa()?.serial;
  if (previous === undefined || before === undefined)
    return `still serves serial ${serial}, from before the zone was deployed`;
  if (compareSerial(serial, before) === -1)
    return `still serves serial ${serial}, older than the previous ${before}`;
  if (compareAll(seen, previous, questions).length === 0) return `still serves serial ${serial}`;
  return servesNew ? `serves the new data under the old serial ${serial}` : undefined;
}

function compareAll(seen: Observation, zone: Zone, questions: readonly Asked[]): Difference[] {
  return questions.flatMap((question) => compareOne(seen, zone, question) ?? []);
}

function compareOne(seen: Observation, zone: Zone, question: Asked): Difference | undefined {
  const { name, type } = question;
  const reply = seen.answers.get(questionKey(question))!;
  const result = lookup(zone, name, type);
  const cut = cutOf(result);
  const isOfChild = reply.flags.aa || reply.flags.rcode === RCODE.SERVFAIL;
  if (cut && isOfChild && hasChild(seen, cut)) return undefined;
  const expected = expectedForm(result, name);
  const found = foundForm(reply, name);
  if (isSameForm(expected, found)) return undefined;
  return {
    name: plainText(name),
    type: typeName(type),
    expected: describeForm(expected),
    found: describeForm(found),
  };
}

/** Whether a server has the zone below the cut, or is meant to and has no data yet: then it answers from that, or fails. */
function hasChild(seen: Observation, cut: Name): boolean {
  const reply = seen.answers.get(questionKey({ name: cut, type: TYPE.SOA }));
  return reply !== undefined && (reply.flags.rcode === RCODE.SERVFAIL || readSoaAnswer(reply, cut).serves);
}

function conclude(
  verdict: Verdict,
  serial: number | undefined,
  differences: readonly Difference[],
  detail: string,
): Judgement {
  return { verdict, serial, differences: differences.slice(0, mostDifferences), detail: plainText(detail) };
}
