import { type Clock, messageOf, systemClock, TransientError } from "../../base/index.ts";
import type { Nameserver, ServerResult, Verdict, Verifier } from "../../deploy/index.ts";
import { parseName } from "../../dns/index.ts";
import type { AskOptions } from "../udp.ts";
import type { Judgement } from "./judge.ts";
import { observeSoa } from "./observe.ts";
import { chooseQuestions } from "./questions.ts";
import { verifyServer } from "./verify-server.ts";
import { plainText } from "./words.ts";

export interface VerifierOptions {
  readonly clock?: Clock;
  /** How long a server may keep silent, in milliseconds; 3000 unless told. */
  readonly timeoutMs?: number;
  /** How long one server may take in all, in milliseconds; 120,000 unless told. */
  readonly totalMs?: number;
  /** Most questions put to one server; where more changed, a random choice is asked. 10,000 unless told. */
  readonly maxQuestions?: number;
}

/**
 * Asks nameservers what they serve. Whatever they answer, or do not before the signal's time is up, becomes a result;
 * what is thrown is the reason of a signal that ends for anything else, or the caller's mistake.
 */
export function createVerifier(options: VerifierOptions = {}): Verifier {
  const { clock = systemClock, timeoutMs = 3000, totalMs = 120_000, maxQuestions = 10_000 } = options;

  /** Asks within the time one server may take; `silent` makes a result of its not answering. */
  async function within<T>(
    signal: AbortSignal,
    ask: (step: AskOptions) => Promise<T>,
    silent: (why: string) => T,
  ) {
    const deadline = AbortSignal.timeout(totalMs);
    try {
      return await ask({ timeoutMs, signal: AbortSignal.any([signal, deadline]) });
    } catch (error) {
      if (error === deadline.reason) return silent(`it was not done answering within ${totalMs} ms`);
      if (error === signal.reason && isTimeout(error)) return silent("it did not answer before the deadline");
      if (error instanceof TransientError) return silent(plainText(messageOf(error)));
      throw error;
    }
  }

  async function timed(
    server: Nameserver,
    asked: number,
    signal: AbortSignal,
    ask: (step: AskOptions) => Promise<Judgement>,
  ): Promise<ServerResult> {
    const started = clock.now();
    const judgement = await within(signal, ask, (why) => bare("unreachable", why));
    const at = clock.now();
    return { server, ...judgement, asked, at, tookMs: at - started };
  }

  return {
    async verify(request, signal) {
      const questions = chooseQuestions(request.questions, maxQuestions);
      return timed(request.server, questions.length + 1, signal, (step) =>
        verifyServer(request, questions, step),
      );
    },
    async serial(server, zone, signal) {
      const apex = parseName(zone);
      const answer = await within(
        signal,
        (step) => observeSoa(server, apex, step),
        () => undefined,
      );
      return answer?.serves ? answer.serial : undefined;
    },
    async absent(server, zone, signal) {
      const apex = parseName(zone);
      return timed(server, 1, signal, async (step) => {
        const answer = await observeSoa(server, apex, step);
        return answer.serves
          ? bare("stale", `still serves the zone, with serial ${answer.serial}`, answer.serial)
          : bare("ok", plainText(`does not serve the zone: ${answer.why}`));
      });
    },
  };
}

/** The reason of AbortSignal.timeout. */
function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === "TimeoutError";
}

function bare(verdict: Verdict, detail: string, serial?: number): Judgement {
  return { verdict, serial, differences: [], detail };
}
