import {
  type Resolution,
  type ServedQuestion,
  servedResolver,
  zoneResolver,
} from "../../src/checks/index.ts";
import { encodeMessage, isAtOrBelow, type Message, parseName, type Zone } from "../../src/dns/index.ts";
import { type CollectOptions, collectAnswers, type Endpoint } from "../../src/net/index.ts";
import { honestAnswer } from "./honest.ts";
import { reply } from "./servers.ts";

/** What a server with these zones answers: from the closest one, REFUSED outside of all. */
export function answerFrom(zones: readonly Zone[], query: Message): Uint8Array {
  const { name } = query.question[0]!;
  const [closest] = zones
    .filter(({ apex }) => isAtOrBelow(parseName(name.toLowerCase()), apex))
    .sort((a, b) => b.apex.length - a.apex.length);
  return closest ? encodeMessage(honestAnswer(closest, query)) : reply(query, {}, 5);
}

/** What questions lead to on a server, the zones being those of the files. */
export async function resolveServed(
  endpoint: Endpoint,
  zones: readonly Zone[],
  questions: readonly ServedQuestion[],
  options: Partial<CollectOptions> = {},
): Promise<readonly Resolution[]> {
  const { resolutions } = await collectAnswers(
    endpoint,
    async (answers) => {
      const unanswered: ServedQuestion[] = [];
      const resolver = servedResolver(
        zones.map((zone) => ({ zone })),
        answers,
        (question) => void unanswered.push(question),
      );
      return { unanswered, resolutions: questions.map(({ name, type }) => resolver.resolve(name, type)) };
    },
    { timeoutMs: 300, tries: 1, signal: AbortSignal.timeout(20_000), ...options },
  );
  return resolutions;
}

/** The same questions over the files. */
export function resolveFiles(
  zones: readonly Zone[],
  questions: readonly ServedQuestion[],
): readonly Resolution[] {
  const resolver = zoneResolver(zones.map((zone) => ({ zone })));
  return questions.map(({ name, type }) => resolver.resolve(name, type));
}
