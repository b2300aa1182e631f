import type { AnyAssertion } from "./assertion.ts";
import type { Expectation } from "./check.ts";
import { hintFor } from "./hint.ts";
import { type Issue, readIssues } from "./issues.ts";
import { type Bindings, fillIn } from "./template.ts";

/** Kinds of assertion by name. */
export type Kinds = ReadonlyMap<string, AnyAssertion>;

export function kindsByName(kinds: readonly AnyAssertion[]): Kinds {
  return new Map(kinds.map((kind) => [kind.kind, kind]));
}

/** An expectation as it is written, or what is wrong with it; paths of issues are relative to it. */
export function readExpectation(
  raw: Readonly<Record<string, unknown>>,
  bindings: Bindings,
  kinds: Kinds,
): { readonly expectation?: Expectation; readonly issues: readonly Issue[] } {
  const named = Object.keys(raw).filter((key) => kinds.has(key));
  const kind = kinds.get(named[0] ?? "");
  if (!kind || named.length > 1)
    return { issues: [{ path: [], message: kindProblem(Object.keys(raw), named, kinds), key: false }] };
  const later = kind.fills;
  if (later && bindings.has(later.variable)) {
    const message = `"${later.variable}" is what ${kind.kind} calls each name: call the variable of \`for\` otherwise`;
    return { issues: [{ path: [kind.kind], message, key: true }] };
  }
  const { value, problems } = fillIn(raw, bindings, kind.kind, later);
  if (problems.length > 0)
    return { issues: problems.map(({ path, message }) => ({ path, message, key: false })) };
  const options = kind.options.safeParse(value);
  if (options.success) return { expectation: { kind, options: options.data }, issues: [] };
  return { issues: readIssues(options.error) };
}

function kindProblem(keys: readonly string[], named: readonly string[], kinds: Kinds): string {
  if (named.length > 1) return `says ${named.join(" and ")} at once: write one assertion an item`;
  const [first] = keys;
  const hint = first === undefined ? "" : hintFor(first, kinds.keys());
  return `asserts nothing that is known: none of ${[...kinds.keys()].join(", ")}${hint}`;
}
