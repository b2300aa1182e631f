import { messageOf, TransientError } from "../../base/index.ts";
import type { ServedAnswer, ServedQuestion, ServedRecord } from "../../checks/index.ts";
import { type Message, nameKey, queryMessage, TYPE, type WireRR } from "../../dns/index.ts";
import type { Endpoint } from "../endpoint.ts";
import { exchange } from "../exchange.ts";
import { plainText } from "../verify/words.ts";

export interface ServerLimits {
  /** How long an answer may take, in milliseconds. */
  readonly timeoutMs: number;
  /** How often a question is sent before its answer is given up. */
  readonly tries: number;
  /** Questions under way at once: below what servers limit the rate of. */
  readonly atOnce: number;
}

/** One nameserver, asked for as long as it answers. */
export class AskedServer {
  readonly #endpoint: Endpoint;
  readonly #limits: ServerLimits;
  readonly #signal: AbortSignal;
  #heard = false;
  #silent = 0;

  /** Nothing is asked any more once the signal aborts: what is left is silence, as that was the caller's deadline. */
  constructor(endpoint: Endpoint, limits: ServerLimits, signal: AbortSignal) {
    this.#endpoint = endpoint;
    this.#limits = limits;
    this.#signal = signal;
  }

  /** Answers in the order of the questions, asked over UDP, or TCP where an answer is cut short. */
  async ask(questions: readonly ServedQuestion[]): Promise<readonly ServedAnswer[]> {
    const answers: ServedAnswer[] = [];
    const next = questions.entries();
    const worker = async () => {
      for (const [index, question] of next) answers[index] = await this.#askOne(question);
    };
    await Promise.all(Array.from({ length: this.#limits.atOnce }, worker));
    return answers;
  }

  async #askOne({ name, type }: ServedQuestion): Promise<ServedAnswer> {
    const { tries, timeoutMs, atOnce } = this.#limits;
    if (this.#signal.aborted) return { is: "silence", why: "there was no time left to ask it" };
    if (!this.#heard && this.#silent >= atOnce) return { is: "silence", why: "it answers nothing at all" };
    try {
      const reply = await exchange(this.#endpoint, queryMessage(name, type), {
        transport: "udp",
        timeoutMs,
        tries,
        signal: this.#signal,
      });
      this.#heard = true;
      return answerOf(reply);
    } catch (error) {
      if (this.#signal.aborted) return { is: "silence", why: "there was no time left for its answer" };
      if (!(error instanceof TransientError)) throw error;
      this.#silent += 1;
      return { is: "silence", why: plainText(messageOf(error)) };
    }
  }
}

function answerOf({ flags, answer, authority }: Message): ServedAnswer {
  const ns = authority.find(({ type }) => type === TYPE.NS);
  return {
    is: "answer",
    rcode: flags.rcode,
    authoritative: flags.aa,
    records: answer.map(recordOf),
    ...(ns && { cut: nameKey(ns.name) }),
  };
}

/** The RDATA in octets of its own: a view would bring the whole message along into another thread. */
function recordOf({ name, type, ttl, rdata }: WireRR): ServedRecord {
  return { name: nameKey(name), type, ttl, rdata: Uint8Array.from(rdata) };
}
