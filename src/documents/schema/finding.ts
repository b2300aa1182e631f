import type { Path } from "../node.ts";

/** What a schema finds wrong with a value, for a reader. */
export interface Finding {
  readonly path: Path;
  /** Whether it is about the key that ends the path rather than the value. */
  readonly key?: true;
  readonly message: string;
  /** What was expected of the value, to be joined with other such: "text", "one of a, b". */
  readonly wanted?: string;
  /** The key to write instead. */
  readonly meant?: string;
  /** The key that is not there. */
  readonly missing?: string;
}

/** `hosts.web1.roles[0]`, or "the document"; of a long path the end. */
export function pathText(path: Path): string {
  const text = path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`))
    .join("")
    .replace(/^\./, "");
  if (text === "") return "the document";
  return text.length <= LONGEST ? text : `…${text.slice(-LONGEST)}`;
}

/** A JSON pointer into a value (RFC 6901) as a path, in which places in lists are numbers. */
export function pathOf(pointer: string, value: unknown): Path {
  const parts = pointer.split("/").slice(1);
  let inner = value;
  return parts.map((part) => {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    const step = Array.isArray(inner) ? Number(key) : key;
    inner = valueAt(inner, [step]);
    return step;
  });
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(value: unknown, path: Path): unknown {
  let inner = value;
  for (const part of path) {
    if (inner === null || typeof inner !== "object" || !Object.hasOwn(inner, part)) return undefined;
    inner = (inner as Record<string | number, unknown>)[part];
  }
  return inner;
}

/** A value by kind, and itself where it is short: `text "80"`, `the number 80`, `a list`. */
export function foundText(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  switch (typeof value) {
    case "string":
      return `text ${quoted(value)}`;
    case "number":
      return `the number ${value}`;
    case "boolean":
      return String(value);
    default:
      return "keys and values";
  }
}

/** A value as JSON, cut where it is long. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

/** Characters shown of a path or a value. */
const LONGEST = 80;
