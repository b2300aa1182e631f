import type { AnyAssertion } from "./assertion.ts";
import { assertionKinds } from "./assertions/index.ts";
import type { CheckCase, Expectation } from "./check.ts";
import { hintFor } from "./hint.ts";
import { type Issue, readIssues } from "./issues.ts";
import type { RawCheck } from "./schema.ts";
import { type Bindings, type Entry, fillIn } from "./template.ts";

/** Cases of one check. */
const MOST_CASES = 10_000;

const kinds: ReadonlyMap<string, AnyAssertion> = new Map(assertionKinds.map((kind) => [kind.kind, kind]));

/**
 * A check as the cases it is for, each with valid options, or what is wrong with it. Paths of issues are relative to
 * the check.
 */
export function expandCheck(
  check: RawCheck,
  lists: ReadonlyMap<string, readonly Entry[]>,
): { cases: readonly CheckCase[]; issues: readonly Issue[] } {
  const unknown = Object.entries(check.for ?? {}).filter(([, list]) => !lists.has(list));
  if (unknown.length > 0) {
    const issues = unknown.map(([variable, list]) => ({
      path: ["for", variable],
      message: `there is no list "${list}"${hintFor(list, lists.keys())}`,
      key: false,
    }));
    return { cases: [], issues };
  }
  const variables = Object.entries(check.for ?? {}).map(([name, list]) => ({
    name,
    entries: lists.get(list)!,
  }));
  const count = variables.reduce((product, { entries }) => product * entries.length, 1);
  if (count > MOST_CASES) {
    return {
      cases: [],
      issues: [{ path: ["for"], message: `${count} cases; at most ${MOST_CASES} are run`, key: true }],
    };
  }
  const issues = new Map<string, Issue>();
  const cases = combinations(variables).map((bindings): CheckCase => {
    const label = [...bindings].map(([name, { key }]) => `${name}=${key}`).join(" ");
    const read = check.expect.map((expectation, index) => readExpectation(expectation, bindings, index));
    for (const issue of read.flatMap((one) => one.issues)) {
      issues.set(`${issue.path.join(".")} ${issue.message}`, issue);
    }
    return { label, expect: read.flatMap((one) => one.expectation ?? []) };
  });
  return { cases: issues.size > 0 ? [] : cases, issues: [...issues.values()] };
}

function combinations(variables: readonly { name: string; entries: readonly Entry[] }[]): Bindings[] {
  let all: [string, Entry][][] = [[]];
  for (const { name, entries } of variables) {
    all = all.flatMap((before) => entries.map((entry): [string, Entry][] => [...before, [name, entry]]));
  }
  return all.map((bindings) => new Map(bindings));
}

function readExpectation(
  raw: Readonly<Record<string, unknown>>,
  bindings: Bindings,
  index: number,
): { expectation?: Expectation; issues: readonly Issue[] } {
  const at = ["expect", index];
  const named = Object.keys(raw).filter((key) => kinds.has(key));
  const kind = kinds.get(named[0] ?? "");
  if (!kind || named.length > 1)
    return { issues: [{ path: at, message: kindProblem(Object.keys(raw), named), key: false }] };
  const { value, problems } = fillIn(raw, bindings, kind.kind);
  if (problems.length > 0) {
    return { issues: problems.map(({ path, message }) => ({ path: [...at, ...path], message, key: false })) };
  }
  const options = kind.options.safeParse(value);
  if (options.success) return { expectation: { kind, options: options.data }, issues: [] };
  return { issues: readIssues(options.error).map((issue) => ({ ...issue, path: [...at, ...issue.path] })) };
}

function kindProblem(keys: readonly string[], named: readonly string[]): string {
  if (named.length > 1) return `says ${named.join(" and ")} at once: write one assertion an item`;
  const [first] = keys;
  const hint = first === undefined ? "" : hintFor(first, kinds.keys());
  return `asserts nothing that is known: none of ${[...kinds.keys()].join(", ")}${hint}`;
}
