import { didYouMean } from "../../base/index.ts";
import type { Path } from "../node.ts";
import { COST, costOf } from "./cost.ts";
import { formats } from "./formats.ts";
import { besides, keywords, replaced } from "./keywords.ts";
import { patternProblem } from "./patterns.ts";
import { pointerStep, type Reference, readReference } from "./refs.ts";

/** Schemas that make up one, those inside it and those it refers to: compiling takes a while for each. */
export const MOST_SCHEMAS = 5_000;

/** Names of types there are. */
const TYPES = 7;

/** The one draft that is read. */
const DRAFT = "https://json-schema.org/draft/2020-12/schema";

export interface SchemaIssue {
  readonly path: Path;
  readonly message: string;
  /** Whether it is about the key that ends the path. */
  readonly key?: true;
}

export interface PreparedReference extends Reference {
  readonly path: Path;
  /** The copied schema that has it. */
  readonly from: object;
}

/** One schema file, ready to be compiled together with those it refers to. */
export interface PreparedFile {
  readonly schema: object | boolean;
  readonly issues: readonly SchemaIssue[];
  readonly references: readonly PreparedReference[];
  /** All schemas in it, copied, by JSON pointer ("" is the whole), and those with an anchor by that. */
  readonly pointers: ReadonlyMap<string, object | boolean>;
  readonly anchors: ReadonlyMap<string, object | boolean>;
}

/**
 * Copies a schema with every reference written as `idOf` the file it leads to, and with the cost of each schema. What the
 * draft does not know, a format or pattern that cannot be judged, and references out of the repository are issues.
 */
export function prepareSchema(value: unknown, file: string, idOf: (file: string) => string): PreparedFile {
  return new Preparation(file, idOf).of(value);
}

class Preparation {
  readonly #file: string;
  readonly #idOf: (file: string) => string;
  readonly #issues: SchemaIssue[] = [];
  readonly #references: PreparedReference[] = [];
  readonly #pointers = new Map<string, object | boolean>();
  readonly #anchors = new Map<string, object | boolean>();
  readonly #patterns = new Map<string, string | undefined>();
  #ownId: string | undefined;

  constructor(file: string, idOf: (file: string) => string) {
    this.#file = file;
    this.#idOf = idOf;
  }

  of(value: unknown): PreparedFile {
    if (isMap(value) && typeof value.$id === "string") this.#ownId = value.$id.split("#")[0]!;
    this.#schema(value, [], "");
    return {
      schema: this.#pointers.get("") ?? true,
      issues: this.#issues,
      references: this.#references,
      pointers: this.#pointers,
      anchors: this.#anchors,
    };
  }

  #schema(value: unknown, path: Path, pointer: string): unknown {
    // Too many is told by who asked for this.
    if (this.#pointers.size > MOST_SCHEMAS) return true;
    if (!isMap(value)) {
      if (typeof value === "boolean") this.#pointers.set(pointer, value);
      else this.#issue(path, "a schema is a map of keywords, or true or false");
      return value;
    }
    const copy: Record<string, unknown> = { [COST]: costOf(value) };
    this.#pointers.set(pointer, copy);
    for (const [keyword, inner] of Object.entries(value)) {
      const at = [...path, keyword];
      const holds = keywords.get(keyword);
      const needed = besides.get(keyword);
      if (needed && !needed.some((other) => Object.hasOwn(value, other)))
        this.#issue(at, `"${keyword}" does nothing without "${needed.join('" or "')}" beside it`, true);
      if (holds === undefined) this.#unknown(keyword, at);
      else if (holds === "no schema") this.#plain(keyword, inner, at, copy);
      else copy[keyword] = this.#holder(holds, inner, at, pointer + pointerStep(keyword));
    }
    return copy;
  }

  #holder(holds: string, value: unknown, path: Path, pointer: string): unknown {
    if (holds === "schema") return this.#schema(value, path, pointer);
    const inner = (key: string | number, schema: unknown) =>
      this.#schema(schema, [...path, key], pointer + pointerStep(key));
    if (holds === "list of schemas")
      return Array.isArray(value) ? value.map((schema, at) => inner(at, schema)) : value;
    if (!isMap(value)) return value;
    const copies: [string, unknown][] = [];
    for (const [key, schema] of Object.entries(value)) {
      // JavaScript has a meaning of its own for it, so that it would not be judged.
      if (key === "__proto__")
        this.#issue([...path, key], 'a schema cannot speak of a key "__proto__"', true);
      else if (path.at(-1) === "patternProperties") {
        const wrong = this.#patternProblem(key);
        if (wrong === undefined) copies.push([key, inner(key, schema)]);
        else this.#issue([...path, key], wrong, true);
      } else copies.push([key, inner(key, schema)]);
    }
    return Object.fromEntries(copies);
  }

  #plain(keyword: string, value: unknown, path: Path, copy: Record<string, unknown>): void {
    const wrong = this.#problemOf(keyword, value, path);
    if (wrong !== undefined) this.#issue(path, wrong);
    else if (keyword === "$ref" && typeof value === "string") copy.$ref = this.#reference(value, path, copy);
    // A file has the id of its path; the draft is known.
    else if (keyword !== "$id" && keyword !== "$schema") copy[keyword] = value;
    if (keyword === "$anchor" || keyword === "$dynamicAnchor") this.#anchors.set(String(value), copy);
  }

  #problemOf(keyword: string, value: unknown, path: Path): string | undefined {
    if (keyword === "type" && Array.isArray(value) && value.length > TYPES)
      return `there are ${TYPES} types: list each once`;
    if (keyword === "$schema" && typeof value !== "string") return `expected ${DRAFT}`;
    if (typeof value !== "string") return undefined;
    if (keyword === "pattern") return this.#patternProblem(value);
    if (keyword === "format" && !Object.hasOwn(formats, value)) {
      const meant = didYouMean(value, Object.keys(formats));
      return `there is no format "${value}" here${meant ? `: did you mean "${meant}"?` : `; there are: ${Object.keys(formats).join(", ")}`}`;
    }
    if (keyword === "$schema" && value.replace(/#$/, "") !== DRAFT)
      return `this draft of JSON Schema is not read: write the schema for ${DRAFT}`;
    if (keyword === "$id" && path.length > 1)
      return "a schema inside another has no $id of its own here: use $anchor";
    if (keyword === "$dynamicRef" && !value.startsWith("#")) return 'a $dynamicRef starts with "#" here';
    return undefined;
  }

  #patternProblem(pattern: string): string | undefined {
    if (!this.#patterns.has(pattern)) this.#patterns.set(pattern, patternProblem(pattern));
    return this.#patterns.get(pattern);
  }

  #reference(ref: string, path: Path, from: object): string {
    const read = readReference(ref, this.#file, this.#ownId);
    if ("problem" in read) {
      this.#issue(path, read.problem);
      return "#";
    }
    this.#references.push({ ...read, path, from });
    return `${read.file === this.#file ? "" : this.#idOf(read.file)}#${read.fragment}`;
  }

  #unknown(keyword: string, path: Path): void {
    // Notes for other tools.
    if (keyword.startsWith("x-")) return;
    const instead = replaced.get(keyword);
    const meant = didYouMean(keyword, keywords.keys());
    const remedy =
      instead ?? (meant ? `did you mean "${meant}"?` : "notes for other tools have names that start with x-");
    this.#issue(path, `draft 2020-12 has no keyword "${keyword}": ${remedy}`, true);
  }

  #issue(path: Path, message: string, key?: true): void {
    this.#issues.push({ path, message, ...(key && { key }) });
  }
}

function isMap(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
