import { TransientError } from "../../base/index.ts";
import { type Message, type Name, queryMessage, TYPE } from "../../dns/index.ts";
import type { Endpoint } from "../endpoint.ts";
import { exchange } from "../exchange.ts";
import { exchangeAll } from "../pipeline.ts";
import { readSoaAnswer, type SoaAnswer } from "../soa.ts";
import type { AskOptions } from "../udp.ts";
import { type Asked, questionKey } from "./questions.ts";

/** What one server said in one round of questions. */
export interface Observation {
  readonly transport: "udp" | "tcp";
  readonly soa: SoaAnswer;
  /** True where the serial moved between the first question and the last: the answers may be of two contents. */
  readonly moved: boolean;
  /** By `questionKey`; what was not answered is not in it. */
  readonly answers: ReadonlyMap<string, Message>;
}

/** Questions in flight over UDP: below what servers limit the rate of. */
const udpWindow = 10;
const udpTries = 3;

/**
 * Asks all questions over TCP, the SOA before and after them; over UDP where TCP cannot be had. Throws TransientError
 * where the server is not to be had at all, or does not answer for the SOA.
 */
export async function observe(
  endpoint: Endpoint,
  apex: Name,
  questions: readonly Asked[],
  options: AskOptions,
): Promise<Observation> {
  const soa = { name: apex, type: TYPE.SOA };
  const asked = [soa, ...questions, soa];
  const queries = asked.map(({ name, type }) => queryMessage(name, type));
  const { transport, replies } = await askAll(endpoint, queries, options);
  const first = replies[0];
  const last = replies.at(-1);
  if (!first || !last) throw new TransientError(`asking for the SOA of ${apex}`, "the server did not answer");
  const before = readSoaAnswer(first, apex);
  const after = readSoaAnswer(last, apex);
  const answers = new Map<string, Message>();
  for (const [i, question] of asked.entries()) {
    const reply = replies[i];
    if (reply) answers.set(questionKey(question), reply);
  }
  return { transport, soa: after, moved: !isSameSoa(before, after), answers };
}

/** Asks for the SOA over UDP, and over TCP where UDP stays silent. Throws TransientError where both do. */
export async function observeSoa(endpoint: Endpoint, apex: Name, options: AskOptions): Promise<SoaAnswer> {
  try {
    return await observeSoaOverUdp(endpoint, apex, options);
  } catch (error) {
    if (!(error instanceof TransientError)) throw error;
    const query = queryMessage(apex, TYPE.SOA);
    return readSoaAnswer(await exchange(endpoint, query, { ...options, transport: "tcp" }), apex);
  }
}

/** Asks for the SOA over UDP. Throws TransientError on silence. */
export async function observeSoaOverUdp(
  endpoint: Endpoint,
  apex: Name,
  options: AskOptions,
): Promise<SoaAnswer> {
  const query = queryMessage(apex, TYPE.SOA);
  return readSoaAnswer(
    await exchange(endpoint, query, { ...options, transport: "udp", tries: udpTries }),
    apex,
  );
}

interface Replies {
  readonly transport: "udp" | "tcp";
  readonly replies: readonly (Message | undefined)[];
}

async function askAll(
  endpoint: Endpoint,
  queries: readonly Message[],
  options: AskOptions,
): Promise<Replies> {
  try {
    const replies = await exchangeAll(endpoint, queries, options);
    if (replies.some((reply) => reply !== undefined)) return { transport: "tcp", replies };
  } catch (error) {
    if (!(error instanceof TransientError)) throw error;
  }
  return { transport: "udp", replies: await askAllOverUdp(endpoint, queries, options) };
}

/** The first question alone: a server that is silent on it is not asked the others. */
async function askAllOverUdp(
  endpoint: Endpoint,
  queries: readonly Message[],
  options: AskOptions,
): Promise<(Message | undefined)[]> {
  const udp = { ...options, transport: "udp", tries: udpTries } as const;
  const replies: (Message | undefined)[] = [await exchange(endpoint, queries[0]!, udp)];
  for (let at = 1; at < queries.length; at += udpWindow) {
    const window = queries.slice(at, at + udpWindow);
    replies.push(
      ...(await Promise.all(window.map((query) => exchange(endpoint, query, udp).catch(unanswered)))),
    );
  }
  return replies;
}

function unanswered(error: unknown): undefined {
  if (!(error instanceof TransientError)) throw error;
}

function isSameSoa(a: SoaAnswer, b: SoaAnswer): boolean {
  return a.serves ? b.serves && a.serial === b.serial : !b.serves;
}
