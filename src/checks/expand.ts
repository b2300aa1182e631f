import { assertionKinds } from "./assertions/index.ts";
import type { CheckCase } from "./check.ts";
import { exceptionFor, readExceptions, type Variables } from "./exceptions.ts";
import { kindsByName, readExpectation } from "./expectation.ts";
import type { Issue } from "./issues.ts";
import type { RawCheck } from "./schema.ts";
import type { Lists } from "./source-entries.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Bindings, Entry } from "./template.ts";
import { readVariables } from "./variables.ts";

/** Cases of one check, and of all in a file. */
const MOST_CASES = 10_000;
export const MOST_CASES_OF_FILE = 50_000;

const kinds = kindsByName(assertionKinds);

/**
 * A check as the cases it is for, each with valid options, or what is wrong with it. Paths of issues are relative to
 * the check. `room` is how many cases the file may still have.
 */
export function expandCheck(
  check: RawCheck,
  lists: Lists,
  around: Surroundings,
  room = MOST_CASES_OF_FILE,
): { cases: readonly CheckCase[]; issues: readonly Issue[] } {
  const read = readVariables(check.for ?? {}, lists, around, check.view);
  if (read.issues.length > 0) return { cases: [], issues: read.issues };
  const variables = inView(read.variables, check.view);
  const excepting = readExceptions(check.except, variables);
  const count = [...variables.values()].reduce((product, entries) => product * entries.length, 1);
  if (count > Math.min(room, MOST_CASES)) {
    const message =
      count > MOST_CASES
        ? `${count} cases; at most ${MOST_CASES} are run`
        : `${count} cases; the file has more than ${MOST_CASES_OF_FILE} with them: split it`;
    return { cases: [], issues: [...excepting.issues, { path: ["for"], message, key: true }] };
  }
  const issues = new Map<string, Issue>();
  const report = (issue: Issue) => issues.set(`${issue.path.join(".")} ${issue.message}`, issue);
  for (const issue of excepting.issues) report(issue);
  const cases = combinations(variables).map((bindings): CheckCase => {
    const expect = check.expect.flatMap((raw, index) => {
      const { expectation, issues: found } = readExpectation(raw, bindings, kinds);
      for (const issue of found) report({ ...issue, path: ["expect", index, ...issue.path] });
      return expectation ?? [];
    });
    const views = viewsOf(bindings);
    const exception = exceptionFor(bindings, excepting.exceptions);
    return { label: labelOf(bindings), expect, ...(views && { views }), ...(exception && { exception }) };
  });
  return { cases: issues.size > 0 ? [] : cases, issues: [...issues.values()] };
}

/** Without the entries that are for other views. */
function inView(variables: Variables, view: string | undefined): Variables {
  if (view === undefined) return variables;
  const keep = ({ views }: Entry) => views?.includes(view) ?? true;
  return new Map([...variables].map(([name, entries]) => [name, entries.filter(keep)]));
}

function combinations(variables: Variables): Bindings[] {
  let all: [string, Entry][][] = [[]];
  for (const [name, entries] of variables) {
    all = all.flatMap((before) => entries.map((entry): [string, Entry][] => [...before, [name, entry]]));
  }
  return all.map((bindings) => new Map(bindings));
}

function labelOf(bindings: Bindings): string {
  return [...bindings].map(([name, { key }]) => `${name}=${key}`).join(" ");
}

/** The views that have all entries of a case; undefined where none is bound to views. */
function viewsOf(bindings: Bindings): readonly string[] | undefined {
  const bound = [...bindings.values()].flatMap(({ views }) => (views ? [views] : []));
  const [first, ...others] = bound;
  return first?.filter((view) => others.every((views) => views.includes(view)));
}
