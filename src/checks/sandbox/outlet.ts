import { messageOf } from "../../base/index.ts";
import type { Channel } from "./channel.ts";
import {
  type DeclaredCheck,
  type HostMessage,
  type QuestionKind,
  questionKinds,
  type Stop,
  type ThreadMessage,
} from "./messages.ts";
import { OwnAnswers } from "./own-answers.ts";
import { placeIn } from "./place.ts";

/** Checks that one file may declare, and findings of one run of a check that are told. */
const MOST_CHECKS = 1_000;
const MOST_MISSES = 1_000;
/** Questions that one file may ask: each is remembered. */
const MOST_QUESTIONS = 200_000;
/** Characters of a finding. */
const LONGEST = 2_000;

/** Passes on what the code in a sandbox says, within bounds. */
export class Outlet {
  readonly #file: string;
  readonly #channel: Channel<HostMessage, ThreadMessage>;
  readonly #declared: DeclaredCheck[] = [];
  readonly #own = new OwnAnswers();
  #isFull = false;
  #questions = 0;
  #misses = 0;
  #cases = 0;
  #label = "";
  #isStopping = false;

  constructor(file: string, channel: Channel<HostMessage, ThreadMessage>) {
    this.#file = file;
    this.#channel = channel;
  }

  get declared(): readonly DeclaredCheck[] {
    return this.#declared;
  }

  /** Whether a question had no answer: then the check that asked is to end. */
  get isStopping(): boolean {
    return this.#isStopping;
  }

  begin(check: number, view: string): void {
    this.#misses = 0;
    this.#cases = 0;
    this.#isStopping = false;
    this.#channel.send({ kind: "began", check, view });
  }

  end(asserted: number, stop: Stop | undefined): void {
    this.#channel.send({
      kind: "ended",
      run: { asserted, cases: this.#cases, label: stop ? this.#label : "", stop },
    });
  }

  problem(message: string, stack: string): void {
    this.#channel.send({
      kind: "problem",
      message: message.slice(0, LONGEST),
      place: placeIn(stack, this.#file),
    });
  }

  /** See `Call`. */
  called([kind, ...args]: readonly (string | number)[]): string | undefined {
    const text = (at: number) => `${args[at] ?? ""}`.slice(0, LONGEST);
    const place = (at: number) => placeIn(`${args[at] ?? ""}`, this.#file);
    if (isQuestion(kind)) return this.#ask(kind, args);
    switch (kind) {
      case "case":
        this.#label = text(0);
        this.#cases += 1;
        return "";
      case "declare": {
        const [owner, view] = [text(1), text(2)];
        return this.#declare({
          name: text(0),
          owner: owner === "" ? undefined : owner,
          view: view === "" ? undefined : view,
          place: place(3),
        });
      }
      case "match":
      case "reverse":
      case "within":
        return this.#answer(kind, args.map(String));
      case "problem":
        this.problem(text(0), `${args[1] ?? ""}`);
        return "";
      default: {
        this.#misses += 1;
        if (this.#misses > MOST_MISSES) return "";
        const subject = typeof args[4] === "number" && args[4] >= 0 ? args[4] : undefined;
        const miss = { label: text(0), expected: text(1), found: text(2), what: text(3), subject };
        this.#channel.send({ kind: "missed", miss: { ...miss, place: place(5) } });
        return "";
      }
    }
  }

  #ask(ask: QuestionKind, args: readonly (string | number)[]): string | undefined {
    this.#questions += 1;
    if (this.#questions > MOST_QUESTIONS)
      return JSON.stringify({ error: `a file asks at most ${MOST_QUESTIONS} questions` });
    this.#channel.send({ kind: "question", ask, args });
    const answer = this.#channel.receive()?.answer;
    if (answer === undefined) this.#isStopping = true;
    return answer;
  }

  #answer(kind: string, args: readonly string[]): string {
    try {
      return JSON.stringify({ value: this.#own.answer(kind, args) });
    } catch (error) {
      return JSON.stringify({ error: messageOf(error) });
    }
  }

  /** Nothing where there are too many. */
  #declare(check: DeclaredCheck): string | undefined {
    if (this.#declared.length === MOST_CHECKS) {
      const message = `a file declares at most ${MOST_CHECKS} checks`;
      if (!this.#isFull) this.#channel.send({ kind: "problem", message, place: check.place });
      this.#isFull = true;
      return undefined;
    }
    this.#declared.push(check);
    this.#channel.send({ kind: "declared", check });
    return "";
  }
}

function isQuestion(kind: unknown): kind is QuestionKind {
  return questionKinds.some((one) => one === kind);
}
