import type { Exception } from "./check.ts";
import { hintFor } from "./hint.ts";
import type { Issue } from "./issues.ts";
import type { Bindings, Entry } from "./template.ts";

/** Cases that do not count for a while. */
export interface DeclaredException extends Exception {
  /** For each variable named, the keys it is declared for. */
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Variables of `for`, with their entries. */
export type Variables = ReadonlyMap<string, readonly Entry[]>;

/** Words of an exception that are not variables. */
export const EXCEPTION_WORDS: readonly string[] = ["until", "because"];

const DAY_MS = 24 * 60 * 60 * 1000;

/** Reads `except:`, one exception or a sequence of them; what is wrong has paths relative to the check. */
export function readExceptions(
  raw: unknown,
  variables: Variables,
): { readonly exceptions: readonly DeclaredException[]; readonly issues: readonly Issue[] } {
  if (raw === undefined) return { exceptions: [], issues: [] };
  const exceptions: DeclaredException[] = [];
  const issues: Issue[] = [];
  for (const [index, one] of (Array.isArray(raw) ? raw : [raw]).entries()) {
    const path = Array.isArray(raw) ? ["except", index] : ["except"];
    const report = (step: readonly (string | number)[], message: string, key = false) =>
      issues.push({ path: [...path, ...step], message, key });
    const exception = readException(one, variables, report);
    if (exception) exceptions.push(exception);
  }
  return { exceptions, issues };
}

/** The exception that covers a case, the longest of several. */
export function exceptionFor(
  bindings: Bindings,
  exceptions: readonly DeclaredException[],
): Exception | undefined {
  const covering = exceptions.filter(({ keys }) =>
    [...keys].every(([variable, declared]) => declared.has(bindings.get(variable)!.key)),
  );
  const longest = covering.toSorted((a, b) => b.ends - a.ends)[0];
  return longest && { until: longest.until, ends: longest.ends, because: longest.because };
}

type Report = (step: readonly (string | number)[], message: string, key?: boolean) => unknown;

function readException(raw: unknown, variables: Variables, report: Report): DeclaredException | undefined {
  if (raw === null || typeof raw !== "object" || Array.isArray(raw)) {
    report([], "write {dc: [ash], until: 2027-01-31, because: …}");
    return undefined;
  }
  const fields = raw as Readonly<Record<string, unknown>>;
  const { until, because } = fields;
  const ends = typeof until === "string" ? endOfDay(until) : undefined;
  if (until === undefined) report([], `"until" is missing: the last day of the exception, like 2027-01-31`);
  else if (ends === undefined) report(["until"], `"${String(until)}" is no day: write it like 2027-01-31`);
  const reason = typeof because === "string" ? because.trim() : "";
  if (reason === "") report([], `"because" is missing: why the exception is made`);
  const keys = new Map<string, ReadonlySet<string>>();
  for (const [variable, value] of Object.entries(fields)) {
    if (EXCEPTION_WORDS.includes(variable)) continue;
    const declared = keysOf(variable, value, variables, report);
    if (declared) keys.set(variable, declared);
  }
  if (variables.size > 0 && keys.size === 0)
    report([], `names no case: say which of ${[...variables.keys()].join(", ")}`);
  return ends === undefined || reason === ""
    ? undefined
    : { keys, until: until as string, ends, because: reason };
}

function keysOf(
  variable: string,
  value: unknown,
  variables: Variables,
  report: Report,
): ReadonlySet<string> | undefined {
  const entries = variables.get(variable);
  if (!entries) {
    report([variable], `"${variable}" is no variable of \`for\`${hintFor(variable, variables.keys())}`, true);
    return undefined;
  }
  const known = new Set(entries.map(({ key }) => key));
  const isOne = !Array.isArray(value);
  const named = isOne ? [value] : value;
  for (const [index, key] of named.entries()) {
    if (known.has(String(key))) continue;
    const message = `there is no ${variable}=${String(key)}${hintFor(String(key), known)}`;
    report(isOne ? [variable] : [variable, index], message);
  }
  return new Set(named.map(String));
}

/** The moment at which a day ends in UTC; undefined where the text is no day of the calendar. */
function endOfDay(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const start = Date.parse(`${text}T00:00:00Z`);
  const isDay = !Number.isNaN(start) && new Date(start).toISOString().startsWith(text);
  return isDay ? start + DAY_MS : undefined;
}
