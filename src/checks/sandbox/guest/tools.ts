import type { Answer, CheckTools, DataFile, DnsRecord, ResolveOptions, Zone } from "../api.d.ts";
import type { AnswerParts, ExpectTools } from "./expect.ts";

/** What the tools need of the rest of the sandbox. */
export interface ToolParts extends Pick<ExpectTools, "show" | "equal" | "asserted"> {
  /** Asks the host; see QuestionKind. Throws TypeError where the question is not one. */
  readonly ask: (kind: string, ...args: readonly string[]) => unknown;
  /** Throws what ends the case. `subject` is the number of the answer or record that is wrong. */
  readonly fail: (subject: number | undefined, what: string, expected: string, found: string) => never;
  readonly each: CheckTools["each"];
  readonly createExpect: (tools: ExpectTools) => CheckTools["expect"];
}

interface ResolvedAnswer {
  readonly subject: number;
  readonly outcome: string;
  /** Of each record. */
  readonly subjects: readonly number[];
  readonly answer: Answer;
}

interface Page {
  readonly records: readonly DnsRecord[];
  readonly subjects: readonly number[];
  /** Where the next page begins; -1: this is the last. */
  readonly next: number;
}

/** Makes the tools that a check is given in a view. Runs in the sandbox, see `createShow`. */
export function createTools(view: string, parts: ToolParts): CheckTools {
  const { ask, fail, show, equal, asserted, each, createExpect } = parts;
  const subjects = new WeakMap<object, number>();
  const subjectOf = subjects.get.bind(subjects);
  const remember = subjects.set.bind(subjects);
  const answers = new WeakMap<object, AnswerParts>();
  const partsOf = answers.get.bind(answers);
  const keep = answers.set.bind(answers);
  /** What was looked at last: most likely what an expectation of a plain value is about. */
  let last: number | undefined;

  const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

  function resolve(name: string, type: string, options: ResolveOptions = {}): Answer {
    const { from = view, external = "fail" } = options;
    const { subject, outcome, subjects, answer } = ask("resolve", name, type, from) as ResolvedAnswer;
    last = subject;
    remember(answer, subject);
    remember(answer.values, subject);
    remember(answer.records, subject);
    for (let at = 0; at < subjects.length; at += 1) remember(answer.records[at]!, subjects[at]!);
    keep(answer, { kind: answer.kind, type: answer.type, values: answer.values, outcome });
    if (answer.kind === "external" && external !== "ok")
      fail(subject, "", 'an answer from our zones (else say external: "ok")', outcome);
    return answer;
  }

  function* records(zone: Pick<Zone, "name" | "view">, type = ""): Iterable<DnsRecord> {
    for (let from = 0; from >= 0; ) {
      const page = ask("records", zone.view, zone.name, type, `${from}`) as Page;
      for (let at = 0; at < page.records.length; at += 1) {
        const record = page.records[at]!;
        last = page.subjects[at];
        remember(record, page.subjects[at]!);
        yield record;
      }
      from = page.next;
    }
  }

  function zones(options: { readonly view?: string } = {}): readonly Zone[] {
    const list = ask("zones", options.view ?? view) as readonly Omit<Zone, "records">[];
    return list.map((zone) => ({ ...zone, records: (type?: string) => records(zone, type) }));
  }

  return {
    view,
    dns: { resolve, reverse: (address) => ask("reverse", address) as string },
    zones,
    inventory: (path) => ask("inventory", path),
    config: (glob) => ask("config", glob) as readonly DataFile[],
    // A case is about its item; what an earlier one looked at has nothing to do with it.
    each: (name: string, items: never, body: (item: never, key: string) => void) =>
      each(name, items, (item, key) => {
        last = isObject(item) ? subjectOf(item) : undefined;
        return body(item as never, key);
      }),
    expect: createExpect({
      show,
      equal,
      ask,
      asserted,
      answerOf: (value) => (isObject(value) ? partsOf(value) : undefined),
      fail: (value, what, expected, found) =>
        fail((isObject(value) ? subjectOf(value) : undefined) ?? last, what, expected, found),
    }),
  };
}
