import { fileSpan, type Span } from "../../base/index.ts";
import type { Diagnostic } from "../../diagnostic/index.ts";
import { hintFor } from "../hint.ts";
import { Questions } from "../questions.ts";
import { Answers, type Walks } from "./answers.ts";
import { type CodeCheck, type CodeCheckRun, concludeCheck, type ViewRun } from "./conclude.ts";
import type { SandboxHost } from "./host.ts";
import type {
  CodePlace,
  DeclaredCheck,
  HostMessage,
  SandboxLimits,
  Stop,
  ThreadMessage,
} from "./messages.ts";
import { describeStop } from "./stop.ts";

/** What came of a file. */
export interface CodeRun {
  /** One for each check that the file declares, in order. */
  readonly checks: readonly CodeCheckRun[];
  /** What is wrong with the file: it cannot be read, broke, or declares nothing. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the thread had to be ended: the file took all of its time, or broke the sandbox. */
  readonly isSpent: boolean;
}

/** One run of one file, as its thread tells of it. */
export class FileRun {
  readonly #file: string;
  readonly #host: SandboxHost;
  readonly #limits: SandboxLimits;
  readonly #checks: CodeCheck[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  readonly #walks: Walks = new Map();
  #current: (ViewRun & { misses: ViewRun["misses"][number][] }) | undefined;
  /** Why checks that did not begin did not. */
  #cut: string | undefined;

  constructor(file: string, host: SandboxHost, limits: SandboxLimits) {
    this.#file = file;
    this.#host = host;
    this.#limits = limits;
  }

  /** Takes note of a message; a question is answered. */
  take(message: ThreadMessage): HostMessage | undefined {
    switch (message.kind) {
      case "declared":
        this.#declare(message.check);
        return undefined;
      case "began":
        this.#begin(this.#checks[message.check]!, message.view);
        return undefined;
      case "question": {
        const answer = this.#current?.answers.answer(message.ask, message.args);
        return { answer: this.#current ? answer : JSON.stringify({ error: "ask within a check" }) };
      }
      case "missed":
        this.#current?.misses.push(message.miss);
        return undefined;
      case "ended":
        if (this.#current) this.#current.ended = message.run;
        this.#current = undefined;
        if (message.run.stop?.by === "time") this.#cut = describeStop(message.run.stop, this.#limits);
        return undefined;
      case "problem":
        this.problem(message.message, message.place);
        this.#cut = "the file did not come to its end";
        return undefined;
      default:
        return undefined;
    }
  }

  /** The thread says nothing more, and was ended. */
  cutShort(): void {
    const stop: Stop = { by: "time", place: undefined };
    const isTold = this.#cut !== undefined;
    this.#cut = describeStop(stop, this.#limits);
    if (isTold) return;
    if (this.#current) this.#current.ended = { asserted: 0, cases: 1, label: "", stop };
    else this.problem(`the file was stopped: ${this.#cut}`, undefined);
  }

  /** Notes what is wrong with the file as a whole. */
  problem(message: string, place: CodePlace | undefined): void {
    this.#diagnostics.push({ ...this.#span(place), rule: "check-file", severity: "error", message });
  }

  conclude(): Omit<CodeRun, "isSpent"> {
    if (this.#checks.length === 0 && this.#diagnostics.length === 0)
      this.problem("the file declares no check: call check(name, body)", undefined);
    const explained = { host: this.#host, limits: this.#limits, cut: this.#cut };
    return {
      checks: this.#checks.map((check) => concludeCheck(check, explained)),
      diagnostics: this.#diagnostics,
    };
  }

  #declare({ name, owner, view, place }: DeclaredCheck): void {
    const views = [...this.#host.resolvers.keys()];
    if (view !== undefined && !views.includes(view))
      this.problem(`“${name}” is for view "${view}", which no zone has${hintFor(view, views)}`, place);
    this.#checks.push({ name, owner, view, span: this.#span(place), runs: [] });
  }

  #begin(check: CodeCheck, view: string): void {
    const answers = new Answers(this.#host, new Questions(view, this.#host.resolvers), this.#walks);
    this.#current = { view, answers, misses: [], ended: undefined };
    check.runs.push(this.#current);
  }

  #span(place: CodePlace | undefined): Span {
    if (!place) return fileSpan(this.#file);
    const { line, column } = place;
    return { file: this.#file, line, column, endLine: line, endColumn: column };
  }
}
