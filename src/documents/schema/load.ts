import { fileSpan, messageOf, type Span } from "../../base/index.ts";
import type { Diagnostic } from "../../diagnostic/index.ts";
import type { Path } from "../node.ts";
import { type ParsedDocument, type ReadDocuments, readDocuments } from "../read.ts";
import { type MetaSchema, metaSchema } from "./compile.ts";
import { explain, type Reach } from "./explain.ts";
import { inPlace } from "./keywords.ts";
import { MOST_SCHEMAS, type PreparedFile, prepareSchema } from "./prepare.ts";
import { findSchema } from "./refs.ts";
import { Schema } from "./schema.ts";

/** Rule id of what is wrong with a schema itself. */
export const SCHEMA_FILE_RULE = "schema-file";

/** Files that make up one schema. */
const MOST_FILES = 100;

/** Findings told about one schema file. */
const MOST_FINDINGS = 50;

export interface LoadedSchema {
  /** Undefined exactly where there is a diagnostic. */
  readonly schema: Schema | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Its file and all that it refers to, those that are not there too. */
  readonly files: readonly string[];
}

interface File {
  readonly path: string;
  readonly document: ParsedDocument;
  readonly prepared: PreparedFile;
}

/** Loads schemas: what it knows of the draft itself is made once, when it is first needed. */
export class SchemaLoader {
  readonly #steps: number;
  #meta: MetaSchema | undefined;

  /** `steps` are those that judging one document may take; as many as there are by default take about a second. */
  constructor({ steps = 20_000_000 }: { readonly steps?: number } = {}) {
    this.#steps = steps;
  }

  /**
   * The schema in a YAML or JSON file, with those it refers to by their paths. `read` gives files of the repository. `from`
   * is where the file is named, for what to say if it is not there.
   */
  load(file: string, read: (path: string) => Uint8Array | undefined, from: Span): LoadedSchema {
    const diagnostics: Diagnostic[] = [];
    const named = new Map<string, Span>([[file, from]]);
    const files = new Map<string, File>();
    const ids = new Ids();
    for (const [path, span] of named) {
      const { found, problems } = this.#file(path, read(path), span, ids);
      diagnostics.push(...problems);
      if (!found) continue;
      files.set(path, found);
      const others = found.prepared.references.filter((reference) => !named.has(reference.file));
      if (others.length === 0) continue;
      const places = found.document.places();
      for (const reference of others) {
        if (named.size < MOST_FILES && !named.has(reference.file))
          named.set(reference.file, places.valueSpan(reference.path));
      }
    }
    if (diagnostics.length === 0) diagnostics.push(...problemsOfAll(file, files));
    const all = [...named.keys()];
    if (diagnostics.length > 0) return { schema: undefined, diagnostics, files: all };
    try {
      return { schema: compiled(file, files, ids, this.#steps), diagnostics, files: all };
    } catch (error) {
      const message = `this schema cannot be used: ${ids.inWords(messageOf(error))}`;
      return { schema: undefined, diagnostics: [problem(fileSpan(file), message)], files: all };
    }
  }

  #file(
    path: string,
    octets: Uint8Array | undefined,
    span: Span,
    ids: Ids,
  ): { readonly found?: File; readonly problems: readonly Diagnostic[] } {
    if (!octets) return { problems: [problem(span, `there is no file ${path} to read a schema from`)] };
    const { documents, diagnostics }: ReadDocuments = readDocuments(path, octets);
    const [document, second] = documents;
    if (!document) return { problems: diagnostics };
    if (second) return { problems: [problem(fileSpan(path), "a schema file has one document")] };
    const prepared = prepareSchema(document.value, path, (other) => ids.of(other));
    if (prepared.pointers.size > MOST_SCHEMAS) return { problems: [tooMany(path)] };
    const problems = [
      ...diagnostics.filter(({ severity }) => severity === "error"),
      ...this.#problems(document, prepared),
    ];
    return problems.length > 0 ? { problems } : { found: { path, document, prepared }, problems };
  }

  #problems(document: ParsedDocument, { issues }: PreparedFile): readonly Diagnostic[] {
    const found = issues.length > 0 ? issues : this.#shapes(document);
    if (found.length === 0) return [];
    const places = document.places();
    return found
      .slice(0, MOST_FINDINGS)
      .map(({ path, key, message }) => problem(key ? places.keySpan(path) : places.valueSpan(path), message));
  }

  /** Keywords with values that they cannot have. */
  #shapes({ value }: ParsedDocument): readonly { path: Path; key?: true; message: string }[] {
    this.#meta ??= metaSchema();
    const findings = explain(this.#meta(value), value, (schema) => new Set([schema]));
    // The draft's own schema has forms that are not followed here: its first word on a value is the one to tell.
    const first = new Map(findings.toReversed().map((finding) => [JSON.stringify(finding.path), finding]));
    return [...first.values()].toReversed();
  }
}

/** What is wrong with files that are right by themselves. */
function problemsOfAll(root: string, files: ReadonlyMap<string, File>): Diagnostic[] {
  const count = [...files.values()].reduce((sum, { prepared }) => sum + prepared.pointers.size, 0);
  return [
    ...(count > MOST_SCHEMAS ? [tooMany(root)] : []),
    ...[...files.values()].flatMap((file) => brokenReferences(file, files)),
  ];
}

function tooMany(file: string): Diagnostic {
  const most = MOST_SCHEMAS.toLocaleString("en-GB");
  const message = `a schema has at most ${most} schemas inside, those it refers to too; this has more`;
  return problem(fileSpan(file), message);
}

function brokenReferences(
  { document, prepared: { references } }: File,
  files: ReadonlyMap<string, File>,
): Diagnostic[] {
  const broken = references.flatMap(({ file, fragment, path }) => {
    const target = files.get(file);
    const found = target && findSchema(fragment, target.prepared);
    if (found && "schema" in found) return [];
    const message = found?.problem ?? `more than ${MOST_FILES} files are referred to: put schemas together`;
    return [{ path, message }];
  });
  if (broken.length === 0) return [];
  const places = document.places();
  return broken.slice(0, MOST_FINDINGS).map(({ path, message }) => problem(places.valueSpan(path), message));
}

function compiled(root: string, files: ReadonlyMap<string, File>, ids: Ids, steps: number): Schema {
  const schemas = new Map([...files].map(([path, { prepared }]) => [ids.of(path), prepared.schema]));
  return new Schema(root, schemas, ids.of(root), reachIn(files), steps);
}

/** Follows schemas into those they hold and those they refer to. */
function reachIn(files: ReadonlyMap<string, File>): Reach {
  const leads = new Map<unknown, unknown>();
  for (const { prepared } of files.values()) {
    for (const { file, fragment, from } of prepared.references) {
      const found = findSchema(fragment, files.get(file)!.prepared);
      if ("schema" in found) leads.set(from, found.schema);
    }
  }
  return (schema, values) => {
    const reached = new Set<unknown>([schema]);
    for (const one of reached) {
      if (one === null || typeof one !== "object") continue;
      if (leads.has(one)) reached.add(leads.get(one));
      for (const [key, inner] of Object.entries(one)) {
        const isFollowed = values === "inside" || Array.isArray(one) || inPlace.has(key);
        if (isFollowed && inner !== null && typeof inner === "object") reached.add(inner);
      }
    }
    return reached;
  };
}

/** Names of files as URIs under which nothing is ever looked up (RFC 2606), and which nothing rewrites. */
class Ids {
  readonly #paths: string[] = [];

  of(path: string): string {
    const known = this.#paths.indexOf(path);
    const at = known >= 0 ? known : this.#paths.push(path) - 1;
    return `https://schema.invalid/${at}`;
  }

  /** A message with the paths in place of the names. */
  inWords(message: string): string {
    return message.replace(/https:\/\/schema\.invalid\/(\d+)/g, (id, at) => this.#paths[Number(at)] ?? id);
  }
}

function problem(span: Span, message: string): Diagnostic {
  return { ...span, rule: SCHEMA_FILE_RULE, severity: "error", message };
}
