import { labelsOf, type Name } from "../dns/index.ts";
import type { Path } from "./document.ts";
import { hintFor } from "./hint.ts";

/** An entry of a list that a variable of `for` stands for: its key, and what the list says of it. */
export interface Entry {
  readonly key: string;
  readonly values: unknown;
  /** The views it is for; undefined: all. */
  readonly views?: readonly string[];
}

/** The variables of one case, by name. */
export type Bindings = ReadonlyMap<string, Entry>;

/** A name as an entry: its key is the name without the final dot; `label` is the first label, `parent` the rest. */
export function nameEntry(name: Name): Entry {
  const key = name === "." ? name : name.slice(0, -1);
  const [label = ""] = labelsOf(name);
  return { key, values: { label, parent: key.slice(label.length + 1) } };
}

/** A variable that is filled in later, in what stands at a key. */
export interface Later {
  readonly variable: string;
  readonly in: string;
}

export interface TemplateProblem {
  readonly path: Path;
  readonly message: string;
}

/** Deepest nesting of options. */
const DEEPEST = 20;

/**
 * Fills in the templates of an expectation. In any text `{dc}` becomes the entry's key and `{dc.rack}` a single value
 * of it; a text that is nothing but `dc.networks` becomes that value, whatever it is. The `subject`, a name, takes
 * the form with braces only. `{{` and `}}` stand for braces. What is for `later` is left to be filled in again.
 */
export function fillIn(
  expectation: Readonly<Record<string, unknown>>,
  bindings: Bindings,
  subject: string,
  later?: Later,
): { value: Record<string, unknown>; problems: readonly TemplateProblem[] } {
  const problems: TemplateProblem[] = [];
  const visit = (value: unknown, path: Path): unknown => {
    if (typeof value === "string") return text(value, path);
    if (path.length > DEEPEST || value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map((item, index) => visit(item, [...path, index]));
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, visit(inner, [...path, key])]),
    );
  };
  const text = (value: string, path: Path): unknown => {
    try {
      const reference = path.length === 1 && path[0] === subject ? undefined : referenceIn(value, bindings);
      if (reference) return lookUp(reference, bindings);
      return fillText(value, bindings, path[0] === later?.in ? later?.variable : undefined);
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      problems.push({ path, message: error.message });
      return value;
    }
  };
  return { value: visit(expectation, []) as Record<string, unknown>, problems };
}

class TemplateError extends Error {}

/** `dc.networks` as its parts, where `dc` is a variable. */
function referenceIn(text: string, bindings: Bindings): readonly string[] | undefined {
  const parts = text.split(".");
  const wellFormed = parts.length > 1 && parts.every((part) => /^[\w-]+$/.test(part));
  return wellFormed && bindings.has(parts[0]!) ? parts : undefined;
}

function fillText(text: string, bindings: Bindings, later: string | undefined): string {
  return text.replace(/\{\{|\}\}|\{([^{}]*)\}|[{}]/g, (match, expression: string | undefined) => {
    if (match === "{{" || match === "}}") return later === undefined ? match[0]! : match;
    if (expression === undefined)
      throw new TemplateError(`"${match}" stands alone; write "${match}${match}" for the character`);
    const path = expression.split(".");
    if (path[0] === later) return match;
    const value = lookUp(path, bindings);
    if (value !== null && typeof value === "object") {
      throw new TemplateError(`"{${expression}}" is not a single value, it cannot be part of a text`);
    }
    return later === undefined ? String(value) : String(value).replace(/[{}]/g, "$&$&");
  });
}

function lookUp([variable, ...keys]: readonly string[], bindings: Bindings): unknown {
  const entry = bindings.get(variable!);
  if (!entry) {
    const known = [...bindings.keys()];
    const hint = known.length === 0 ? "; the check has no `for`" : hintFor(variable!, known);
    throw new TemplateError(`"{${variable}}" names nothing${hint}`);
  }
  if (keys.length === 0) return entry.key;
  let value = entry.values;
  for (const [index, key] of keys.entries()) {
    const holds = value !== null && typeof value === "object" && Object.hasOwn(value, key);
    if (!holds) {
      const known = value !== null && typeof value === "object" ? Object.keys(value) : [];
      const where = [`${variable}=${entry.key}`, ...keys.slice(0, index)].join(".");
      throw new TemplateError(`${where} has no value "${key}"${hintFor(key, known)}`);
    }
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
