import { setTimeout as sleep } from "node:timers/promises";
import { TransientError } from "../../base/index.ts";
import type { VerifyRequest } from "../../deploy/index.ts";
import { compareSerial } from "../../dns/index.ts";
import type { SoaAnswer } from "../soa.ts";
import type { AskOptions } from "../udp.ts";
import { type Judgement, judge } from "./judge.ts";
import { type Observation, observe, observeSoaOverUdp } from "./observe.ts";
import { type Asked, questionKey, questionsAtCuts } from "./questions.ts";
import { plainText } from "./words.ts";

/** A server is asked at most so often before it is called in motion, with a pause between. */
const mostRounds = 4;
const pauseMs = 150;

/**
 * Asks one server about a version. It is called wrong only when it was so in two rounds in a row, so that one seen in the
 * middle of taking over a new version is not accused. Throws TransientError where it does not answer.
 */
export async function verifyServer(
  request: VerifyRequest,
  questions: readonly Asked[],
  options: AskOptions,
): Promise<Judgement> {
  const { server, version, previous } = request;
  const zones = previous ? [version.zone, previous] : [version.zone];
  const asked = distinct([...questions, ...questionsAtCuts(zones, questions)]);
  let wrongBefore = false;
  for (let round = 1; round <= mostRounds; round++) {
    if (round > 1) await pause(options.signal);
    const seen = await observe(server, version.zone.apex, asked, options);
    const judgement = judge(seen, version, previous, questions);
    const isWrong = !seen.moved && judgement.verdict === "wrong";
    if (!seen.moved && (!isWrong || wrongBefore)) return confirmed(judgement, seen, request, options);
    wrongBefore = isWrong;
  }
  return {
    verdict: "stale",
    serial: undefined,
    differences: [],
    detail: "it takes over other versions while it is asked",
  };
}

/** A server that answers TCP alone serves hardly anyone: the SOA has to come over UDP too. */
async function confirmed(
  judgement: Judgement,
  seen: Observation,
  { server, version }: VerifyRequest,
  options: AskOptions,
): Promise<Judgement> {
  if (seen.transport === "udp") {
    return { ...judgement, detail: plainText(`${judgement.detail}; it does not answer over TCP`) };
  }
  if (judgement.verdict !== "ok") return judgement;
  const soa = await soaOverUdp(server, version.zone.apex, options);
  if (!soa.serves) {
    return {
      ...judgement,
      verdict: "unreachable",
      detail: plainText(`correct over TCP, but over UDP ${soa.why}`),
    };
  }
  const order = compareSerial(soa.serial, version.serial);
  if (order === 0 || order === 1) return judgement;
  return { ...judgement, verdict: "stale", detail: `over UDP it still serves serial ${soa.serial}` };
}

async function soaOverUdp(
  ...[server, apex, options]: Parameters<typeof observeSoaOverUdp>
): Promise<SoaAnswer> {
  try {
    return await observeSoaOverUdp(server, apex, options);
  } catch (error) {
    if (error instanceof TransientError) return { serves: false, why: "it does not answer" };
    throw error;
  }
}

async function pause(signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleep(pauseMs, undefined, signal && { signal });
  } catch {
    signal?.throwIfAborted();
  }
}

function distinct(questions: readonly Asked[]): Asked[] {
  return [...new Map(questions.map((question) => [questionKey(question), question])).values()];
}
