import type { Span } from "../base/index.ts";
import type { Check, CheckCase, LoadedChecks } from "./check.ts";

/** Something that was checked and is not, where a change has its way. */
export interface Lost {
  readonly what: "check" | "view" | "case" | "assertion" | "exception";
  /** Name, slug and owner of the check as it was before. */
  readonly check: string;
  readonly slug: string;
  readonly owner?: string;
  /** What is lost, in one sentence. */
  readonly text: string;
  /** Where the check is written; where it was, if it is gone. */
  readonly span: Span;
}

/**
 * What the checks of one tree look after that those of another do not: checks, views and cases that are gone,
 * assertions that are gone or say something else, exceptions for more cases or until a later day than before. `now` is
 * in milliseconds since 1970: an exception that has ended takes nothing away.
 */
export function lostCoverage(before: LoadedChecks, after: LoadedChecks, now = 0): readonly Lost[] {
  const proposed = new Map(after.checks.map((check) => [check.slug, check]));
  return before.checks.flatMap((check) => {
    const other = proposed.get(check.slug);
    if (!other) return [lost("check", check, check.span, `the check “${check.name}” is gone`)];
    return check === other
      ? []
      : [...lostView(check, other), ...lostCases(check, other, now), ...lostAssertions(check, other)];
  });
}

function lost(what: Lost["what"], { name, slug, owner }: Check, span: Span, text: string): Lost {
  return { what, check: name, slug, ...(owner !== undefined && { owner }), text, span };
}

function lostView(before: Check, after: Check): readonly Lost[] {
  if (after.view === undefined || after.view === before.view) return [];
  const was = before.view === undefined ? "every view" : `view "${before.view}"`;
  return [
    lost("view", before, after.span, `“${before.name}” is for view "${after.view}" only, it was for ${was}`),
  ];
}

function lostCases(before: Check, after: Check, now: number): readonly Lost[] {
  const cases = new Map(after.cases.map((one) => [one.label, one]));
  return before.cases.flatMap((one) => {
    const other = cases.get(one.label);
    if (!other) {
      const text = `“${before.name}” has no case ${one.label} any more`;
      // A check that gets its first `for` says something else than before, and its assertions tell.
      return one.label === "" ? [] : [lost("case", before, after.span, text)];
    }
    return [...lostViews(before, after, one, other), ...widerException(before, after, one, other, now)];
  });
}

function lostViews(before: Check, after: Check, one: CheckCase, other: CheckCase): readonly Lost[] {
  const gone = one.views?.filter((view) => other.views?.includes(view) === false) ?? [];
  return gone.map((view) =>
    lost("case", before, after.span, `“${before.name}” has no case ${one.label} in view "${view}" any more`),
  );
}

function widerException(
  before: Check,
  after: Check,
  one: CheckCase,
  other: CheckCase,
  now: number,
): readonly Lost[] {
  const { exception } = other;
  if (!exception || exception.ends <= now) return [];
  const earlier = one.exception && one.exception.ends > now ? one.exception : undefined;
  if (earlier && earlier.ends >= exception.ends) return [];
  const was = earlier ? `, it was until ${earlier.until}` : "";
  const text = `“${before.name}” leaves out ${one.label === "" ? "everything" : one.label} until ${exception.until}${was} (${exception.because})`;
  return [lost("exception", before, after.span, text)];
}

function lostAssertions(before: Check, after: Check): readonly Lost[] {
  const left = new Map<string, number>();
  for (const one of after.assertions ?? []) left.set(one, (left.get(one) ?? 0) + 1);
  return (before.assertions ?? []).flatMap((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    if (count > 0) return [];
    return [
      lost("assertion", before, after.span, `“${before.name}” does not say any more: ${shortened(one)}`),
    ];
  });
}

/** Characters of an assertion that are shown. */
const SHOWN = 200;

function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
