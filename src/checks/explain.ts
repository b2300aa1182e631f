import type { Span } from "../base/index.ts";
import type { Check, CheckFailure } from "./check.ts";
import { recordName } from "./describe.ts";
import type { Miss } from "./miss.ts";
import type { RecordPlace, Resolver } from "./resolver.ts";

/** What a miss is explained by. */
export interface Explanation {
  readonly check: Check;
  readonly resolver: Resolver | undefined;
  /** What answered before the change. */
  readonly before: Resolver | undefined;
  /** Whether the nearest record is looked for; that takes a walk over the zone. */
  readonly thorough: boolean;
}

/** A miss as people read it: with the record's place, where it was, or what stands nearest. */
export function failureOf(
  { record, expected, found, at, missing }: Miss,
  label: string,
  { check, resolver, before, thorough }: Explanation,
): CheckFailure {
  const was = missing && before?.resolve(missing.name, missing.type).place;
  const nearest = missing && thorough ? resolver?.nearest?.(missing.name, missing.type) : undefined;
  const where = [
    ...(at ? [`the record is at ${lineOf(at)}`] : []),
    ...(was ? [`before this change it was at ${lineOf(was)}`] : []),
    ...(nearest ? [`nearest: ${recordName(nearest.name, nearest.type)} at ${lineOf(nearest.place)}`] : []),
  ];
  const place = at ?? nearest?.place ?? was;
  return {
    case: label,
    expected,
    found,
    message: [`${record}: expected ${expected}, found ${found}`, ...where].join("; "),
    span: place ? spanOf(place) : check.span,
  };
}

/** The failure of a check that ran over `views` views and asked nothing in any. */
export function assertedNothing(check: Check, views: number): CheckFailure {
  const found =
    views > 0 ? "no case asked anything" : check.view ? `no zone in view "${check.view}"` : "no zones to ask";
  const expected = "at least one assertion";
  return { case: "", expected, found, message: `the check asserted nothing: ${found}`, span: check.span };
}

function lineOf({ file, line }: RecordPlace): string {
  return `${file}:${line}`;
}

function spanOf({ file, line }: RecordPlace): Span {
  return { file, line, column: 1, endLine: line, endColumn: 1 };
}
