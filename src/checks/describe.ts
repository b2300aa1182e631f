import { type Name, typeName } from "../dns/index.ts";
import type { Resolution } from "./resolver.ts";

/** What a question led to, in words: "no such name", "an alias to cdn.example.net., outside the repository's zones". */
export function describeResolution(resolution: Resolution, type: number): string {
  const end = resolution.chain.at(-1)!;
  const alias = resolution.chain.length > 1;
  switch (resolution.kind) {
    case "records":
      return `${resolution.rdata.length} ${typeName(type)} record${resolution.rdata.length === 1 ? "" : "s"}`;
    case "nodata":
      return alias
        ? `an alias to ${end}, which has no ${typeName(type)}`
        : `the name, but no ${typeName(type)} record`;
    case "nxdomain":
      return alias ? `an alias to ${end}, which does not exist` : "no such record";
    case "external":
      return alias
        ? `an alias to ${end}, outside the repository's zones`
        : "a name outside the repository's zones";
    case "loop":
      return "aliases that lead in a circle";
    case "unreachable":
      return resolution.reason === undefined
        ? "no answer from the nameserver"
        : `no answer to go by: ${resolution.reason}`;
    case "pending":
      return "no answer yet";
  }
}

/** "www.acme.example. A": how a record is named in messages. */
export function recordName(name: Name, type: number): string {
  return `${name} ${typeName(type)}`;
}

/** Items as a person lists them. */
export function listed(items: readonly string[]): string {
  return items.length === 0 ? "nothing" : items.join(", ");
}

/** "at least 2", "at most 3" or "from 2 to 3", as an expectation has it. */
export function rangeText(
  { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined },
  text: (value: number) => string = String,
): string {
  if (min !== undefined && min === max) return `exactly ${text(min)}`;
  if (min !== undefined && max !== undefined) return `from ${text(min)} to ${text(max)}`;
  return min !== undefined ? `at least ${text(min)}` : `at most ${text(max!)}`;
}

/** Whether a number keeps to its bounds. */
export function inRange(
  value: number,
  {
    min = 0,
    max = Number.POSITIVE_INFINITY,
  }: { readonly min?: number | undefined; readonly max?: number | undefined },
): boolean {
  return value >= min && value <= max;
}
