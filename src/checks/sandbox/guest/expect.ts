import type { Matchers } from "../api.d.ts";

/** What the matchers need of the rest of the sandbox. */
export interface ExpectTools {
  readonly show: (value: unknown) => string;
  readonly equal: (a: unknown, b: unknown) => boolean;
  /** The records of an answer that `dns.resolve` gave; undefined for any other value. */
  readonly answerOf: (value: unknown) => AnswerParts | undefined;
  /** Asks the host; see QuestionKind. */
  readonly ask: (kind: "match" | "within", ...args: readonly string[]) => unknown;
  readonly asserted: () => void;
  /** Throws what ends the case. */
  readonly fail: (value: unknown, what: string, expected: string, found: string) => never;
}

export interface AnswerParts {
  readonly kind: string;
  readonly type: string;
  readonly values: readonly string[];
  /** The outcome in words. */
  readonly outcome: string;
}

/** Makes `expect`. Runs in the sandbox, see `createShow`. */
export function createExpect(tools: ExpectTools): (value: unknown, what?: string) => Matchers {
  const { show, equal, answerOf, ask, asserted, fail } = tools;
  const { isArray } = Array;
  const { is } = Object;
  const most = 20;

  return (value, what = "") => {
    const name = `${what}`;
    return { ...matchers(value, name, true), not: matchers(value, name, false) };
  };

  function matchers(value: unknown, what: string, wanted: boolean): Omit<Matchers, "not"> {
    const judge = (holds: boolean, expected: string, found = describe(value)): void => {
      asserted();
      if (holds !== wanted) fail(value, what, wanted ? expected : `not ${expected}`, found);
    };
    const compare = (words: string, expected: number, holds: (actual: number) => boolean): void => {
      if (typeof expected !== "number") throw new TypeError(`${show(expected)} is no number to compare with`);
      judge(typeof value === "number" && holds(value), `a number ${words} ${expected}`);
    };
    return {
      toBe: (expected) => judge(is(value, expected), show(expected)),
      toEqual: (expected) => judge(equal(value, expected), show(expected)),
      toContain: (expected) => judge(contains(value, expected), `something that contains ${show(expected)}`),
      toMatch: (pattern) => {
        const [source, flags] =
          typeof pattern === "string" ? [pattern, ""] : [`${pattern.source}`, `${pattern.flags}`];
        const texts = textsOf(value, "text");
        const odd = texts.filter((text) => ask("match", source, flags, text) !== true);
        const holds = wanted ? odd.length === 0 : odd.length < texts.length;
        judge(holds && texts.length > 0, `text that matches ${source}`, some(wanted ? odd : texts));
      },
      toHaveLength: (expected) => {
        const found = lengthOf(value);
        judge(found === expected, `length ${show(expected)}`, `${found}: ${describe(value)}`);
      },
      toBeGreaterThan: (expected) => compare("greater than", expected, (actual) => actual > expected),
      toBeGreaterThanOrEqual: (expected) => compare("of at least", expected, (actual) => actual >= expected),
      toBeLessThan: (expected) => compare("less than", expected, (actual) => actual < expected),
      toBeLessThanOrEqual: (expected) => compare("of at most", expected, (actual) => actual <= expected),
      toHaveRecords: () => {
        const answer = answerOf(value);
        if (!answer)
          throw new TypeError(`toHaveRecords() is for what dns.resolve() gave, not ${show(value)}`);
        judge(answer.kind === "records", `at least one ${answer.type} record`, answer.outcome);
      },
      toBeWithin: (networks) => {
        const list = isArray(networks) ? networks : [networks];
        const addresses = textsOf(value, "address");
        const outside = addresses.filter((address) => ask("within", address, ...list.map(String)) !== true);
        const holds = wanted ? outside.length === 0 : outside.length < addresses.length;
        const found = some(wanted ? outside : addresses.filter((address) => !outside.includes(address)));
        judge(holds && addresses.length > 0, `every address within ${list.join(" or ")}`, found);
      },
    };
  }

  function describe(value: unknown): string {
    const answer = answerOf(value);
    if (!answer) return show(value);
    return answer.kind === "records" ? some(answer.values) : answer.outcome;
  }

  function some(texts: readonly string[]): string {
    if (texts.length === 0) return "nothing";
    return `${texts.slice(0, most).join(", ")}${texts.length > most ? ` and ${texts.length - most} more` : ""}`;
  }

  function contains(value: unknown, expected: unknown): boolean {
    const within = answerOf(value)?.values ?? value;
    if (typeof within === "string") {
      if (typeof expected === "string") return within.includes(expected);
      throw new TypeError(`a text contains texts, and ${show(expected)} is none`);
    }
    if (!isArray(within))
      throw new TypeError(`${show(value)} is neither a text nor a list: it contains nothing`);
    return within.some((item) => equal(item, expected));
  }

  function lengthOf(value: unknown): number {
    const counted = answerOf(value)?.values ?? value;
    if (typeof counted === "string" || isArray(counted)) return counted.length;
    throw new TypeError(`${show(value)} is neither a text nor a list nor an answer: it has no length`);
  }

  function textsOf(value: unknown, kind: string): readonly string[] {
    const given = answerOf(value)?.values ?? value;
    const list = isArray(given) ? given : [given];
    for (const item of list) if (typeof item !== "string") throw new TypeError(`${show(item)} is no ${kind}`);
    return list;
  }
}
