import { didYouMean, UsageError } from "../base/index.ts";

/** An option's value that must be one of a few. Throws UsageError. */
export function chosen<T extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly T[],
): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  const meant = didYouMean(value ?? "", allowed);
  const problem = `"${value}" is none of ${allowed.join(", ")}`;
  throw new UsageError(`reading ${option}`, problem, meant && `did you mean ${meant}?`);
}

/** An option's text, if it was given. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
