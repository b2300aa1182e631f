import { fileSpan } from "../../src/base/index.ts";
import type { Diagnostic } from "../../src/diagnostic/index.ts";
import { type LoadedSchema, readDocuments, SchemaLoader } from "../../src/documents/index.ts";

/** A file read, with its findings as `line:column message`. */
export function read(text: string | Uint8Array, file = "a.yaml") {
  const octets = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const { documents, diagnostics } = readDocuments(file, octets);
  return { documents, values: documents.map(({ value }) => value), told: told(diagnostics) };
}

export function told(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

/** Fewer steps than usual, so that tests of what takes too many are quick. */
export const STEPS = 2_000_000;

const loader = new SchemaLoader({ steps: STEPS });

/** The schema in `schema.json` of files given as text or as what JSON they are. */
export function load(schema: unknown, others: Readonly<Record<string, unknown>> = {}): LoadedSchema {
  const files: Readonly<Record<string, unknown>> = { ...others, "schema.json": schema };
  const octets = (path: string) => {
    if (!Object.hasOwn(files, path)) return undefined;
    const content = files[path];
    return new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content));
  };
  return loader.load("schema.json", octets, fileSpan("config.yml"));
}

/** What a schema finds in a YAML file, as `line:column message`. */
export function judge(
  schema: unknown,
  text: string,
  others: Readonly<Record<string, unknown>> = {},
): string[] {
  const loaded = load(schema, others);
  if (!loaded.schema) throw new Error(`the schema of this test is wrong: ${told(loaded.diagnostics)}`);
  const { documents, told: faults } = read(text);
  if (faults.length > 0) throw new Error(`the document of this test is wrong: ${faults}`);
  return told(documents.flatMap((document) => loaded.schema!.judge(document)));
}

/** What is wrong with a schema itself, as `file:line:column message`. */
export function schemaFaults(schema: unknown, others: Readonly<Record<string, unknown>> = {}): string[] {
  const { schema: usable, diagnostics } = load(schema, others);
  if ((usable === undefined) !== diagnostics.length > 0) throw new Error("usable, and wrong");
  return diagnostics.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}
