import { fileSpan, messageOf } from "../../base/index.ts";
import type { Diagnostic, Fix } from "../../diagnostic/index.ts";
import type { DocumentPlaces } from "../places.ts";
import type { ParsedDocument } from "../read.ts";
import { Budget, OverBudget } from "./budget.ts";
import { compile, type Validate } from "./compile.ts";
import { explain, type Reach } from "./explain.ts";
import type { Finding } from "./finding.ts";

/** Rule id of what a schema finds in a document. */
export const SCHEMA_RULE = "schema";

/** Steps that may be taken where all errors are looked for, each of which takes memory: see Budget. */
const STEPS_FOR_ALL = 4_000_000;

/** Findings told about one document. */
const MOST_FINDINGS = 50;

/** A schema that judges documents. */
export class Schema {
  /** The file it is in. */
  readonly file: string;
  readonly #schemas: ReadonlyMap<string, object | boolean>;
  readonly #root: string;
  readonly #reach: Reach;
  readonly #steps: number;
  readonly #budget = new Budget();
  readonly #first: Validate;
  #all: Validate | undefined;

  /** `schemas` are prepared ones by id, `root` that of the file, `steps` those that
   * judging one document may take. Throws what Ajv says where it does not take them. */
  constructor(
    file: string,
    schemas: ReadonlyMap<string, object | boolean>,
    root: string,
    reach: Reach,
    steps: number,
  ) {
    this.file = file;
    this.#schemas = schemas;
    this.#root = root;
    this.#reach = reach;
    this.#steps = steps;
    this.#first = compile(schemas, root, this.#budget, false);
  }

  /** What is wrong with a document, each at its place, by rule "schema". */
  judge(document: ParsedDocument): Diagnostic[] {
    try {
      this.#budget.start(this.#steps);
      const first = this.#first(document.value);
      if (first.length === 0) return [];
      const findings = explain(this.#allErrors(document.value) ?? first, document.value, this.#reach);
      const places = document.places();
      return findings.slice(0, MOST_FINDINGS).map((finding) => diagnosticOf(finding, places));
    } catch (error) {
      return [
        { ...fileSpan(document.file), rule: SCHEMA_RULE, severity: "error", message: this.#problem(error) },
      ];
    }
  }

  #allErrors(value: unknown): ReturnType<Validate> | undefined {
    this.#all ??= compile(this.#schemas, this.#root, this.#budget, true);
    this.#budget.start(Math.min(this.#steps, STEPS_FOR_ALL));
    try {
      return this.#all(value);
    } catch (error) {
      if (error instanceof OverBudget) return undefined;
      throw error;
    }
  }

  #problem(error: unknown): string {
    if (error instanceof OverBudget)
      return `holding this against ${this.file} takes more than ${this.#steps.toLocaleString("en-GB")} steps: make the schema simpler or the file smaller`;
    if (error instanceof RangeError)
      return `${this.file} refers to itself without end here: a schema that comes back to itself has to go into the value on the way`;
    return `this cannot be held against ${this.file}: ${messageOf(error)}`;
  }
}

function diagnosticOf({ path, key, message, meant }: Finding, places: DocumentPlaces): Diagnostic {
  const span = key ? places.keySpan(path) : places.valueSpan(path);
  const diagnostic: Diagnostic = { ...span, rule: SCHEMA_RULE, severity: "error", message };
  if (meant === undefined) return diagnostic;
  const { line, column, endLine, endColumn } = span;
  const fix: Fix = {
    title: `write "${meant}"`,
    edits: [{ line, column, endLine, endColumn, text: keyText(meant, span, path) }],
  };
  return { ...diagnostic, fix };
}

/** In quotes where the key has them, by its length, and where it needs them. */
function keyText(
  meant: string,
  { column, endColumn }: { readonly column: number; readonly endColumn: number },
  path: Finding["path"],
): string {
  const isPlain = endColumn - column === [...String(path.at(-1))].length;
  return isPlain && /^[A-Za-z_][\w-]*$/.test(meant) ? meant : JSON.stringify(meant);
}
