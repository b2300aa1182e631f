import { fileSpan } from "../../base/index.ts";
import {
  type ConfigFile,
  compileGlob,
  configFiles,
  REPOSITORY_CONFIG_FILE,
  type RepositoryConfig,
} from "../../config/index.ts";
import { type Diagnostic, splitKnown } from "../../diagnostic/index.ts";
import { isDocumentFile, type Schema } from "../../documents/index.ts";
import type { Tree } from "../tree.ts";
import { isObjectId } from "./blob-id.ts";
import type { DocumentMemo } from "./memo.ts";
import { type SchemaVersions, schemaVersions } from "./schemas.ts";

export interface ConfigFilesFacts {
  readonly config: RepositoryConfig;
  /** The tree whose schemas decide. */
  readonly judge: Tree;
  readonly before: Tree | undefined;
  readonly after: Tree;
  readonly memo: DocumentMemo;
}

export interface JudgedConfigFiles {
  /** The configuration files of the `after` tree. */
  readonly files: readonly ConfigFile[];
  /** What the deciding schemas find in the files of the `after` tree, and files that cannot be read. */
  readonly found: readonly Diagnostic[];
  /** The same of the tree before. */
  readonly known: readonly Diagnostic[];
  /** What is wrong with schemas and globs, and as warnings what changed schemas would find besides. */
  readonly diagnostics: readonly Diagnostic[];
  /** Schemas and data of checks, of both trees. */
  readonly governing: readonly string[];
}

/** Judges what `config:` and `data:` name: files that can be read, and fit their schemas. */
export function judgeConfigFiles({
  config,
  judge,
  before,
  after,
  memo,
}: ConfigFilesFacts): JudgedConfigFiles {
  const names = [...new Set(config.config.flatMap(({ schema }) => schema ?? []))];
  const schemas = new Map(names.map((file) => [file, schemaVersions(file, judge, after, memo)]));
  const deciding = (file: ConfigFile) => versionOf(schemas, file)?.deciding;
  const proposed = (file: ConfigFile) => versionOf(schemas, file)?.proposed;
  const files = configFiles(config, after.paths);
  const found = [...findIn(after, files, deciding, memo), ...faultsOfData(after, config, files, memo)];
  const old = before ? configFiles(config, before.paths) : [];
  const known = before
    ? [...findIn(before, old, deciding, memo), ...faultsOfData(before, config, old, memo)]
    : [];
  const stricter = findIn(
    after,
    files.filter((file) => proposed(file) !== undefined),
    proposed,
    memo,
  );
  return {
    files,
    found,
    known,
    diagnostics: [
      ...[...schemas.values()].flatMap(({ diagnostics }) => diagnostics),
      ...splitKnown(stricter, found).fresh.map(asProposed),
      ...unmatchedGlobs(config, [after, ...(before ? [before] : [])]),
    ],
    governing: [
      ...[...schemas.values()].flatMap((versions) => versions.files),
      ...dataFiles(after, config),
      ...(before ? dataFiles(before, config) : []),
    ],
  };
}

/** Reads what `judgeConfigFiles` reads of a tree, so that it is known what has to be fetched. */
export function readConfigFiles(tree: Tree, config: RepositoryConfig, memo: DocumentMemo): void {
  for (const { file, schema } of configFiles(config, tree.paths)) {
    const isRead = schema !== undefined || isDocumentFile(file) || !isObjectId(tree.file(file)!.oid);
    // Other files are planned by their object ids alone.
    if (isRead) tree.read(file);
  }
  for (const file of dataFiles(tree, config)) tree.read(file);
  const schemas = new Set(config.config.flatMap(({ schema }) => schema ?? []));
  for (const schema of schemas) if (tree.has(schema)) memo.schema(tree, schema, fileSpan(schema));
}

function findIn(
  tree: Tree,
  files: readonly ConfigFile[],
  schemaOf: (file: ConfigFile) => Schema | undefined,
  memo: DocumentMemo,
): Diagnostic[] {
  return files.flatMap((file) => {
    const schema = schemaOf(file);
    if (isDocumentFile(file.file))
      return [
        ...memo.read(tree, file.file).diagnostics,
        ...(schema ? memo.judge(tree, file.file, schema) : []),
      ];
    if (file.schema === undefined) return [];
    const message = `this file is held against ${file.schema} and is neither .yaml, .yml nor .json: narrow the "files" of that entry`;
    return [problem(file.file, message)];
  });
}

/** Data of checks that is no configuration as well: what is read by others, such as CSV, has its faults told by them. */
function faultsOfData(
  tree: Tree,
  config: RepositoryConfig,
  configured: readonly ConfigFile[],
  memo: DocumentMemo,
): readonly Diagnostic[] {
  const told = new Set(configured.map(({ file }) => file));
  return dataFiles(tree, config)
    .filter((file) => !told.has(file) && isDocumentFile(file))
    .flatMap((file) => memo.read(tree, file).diagnostics);
}

function dataFiles(tree: Tree, { data }: RepositoryConfig): string[] {
  const matchers = data.map(compileGlob);
  return tree.paths.filter((path) => matchers.some((matches) => matches(path)));
}

/** A glob that matches nothing guards nothing. One whose last file the change removes is in the plan instead. */
function unmatchedGlobs({ config, data }: RepositoryConfig, trees: readonly Tree[]): Diagnostic[] {
  const globs = [
    ...config.map(({ files }) => ["config", files] as const),
    ...data.map((glob) => ["data", glob] as const),
  ];
  return globs.flatMap(([key, glob]) => {
    const matches = compileGlob(glob);
    if (trees.some(({ paths }) => paths.some(matches))) return [];
    return [problem(REPOSITORY_CONFIG_FILE, `${key}: "${glob}" matches no file`)];
  });
}

function versionOf(
  schemas: ReadonlyMap<string, SchemaVersions>,
  { schema }: ConfigFile,
): SchemaVersions | undefined {
  return schema === undefined ? undefined : schemas.get(schema);
}

function asProposed(finding: Diagnostic): Diagnostic {
  return {
    ...finding,
    severity: "warning",
    message: `by the schema as this change would have it: ${finding.message}`,
  };
}

function problem(file: string, message: string): Diagnostic {
  return { ...fileSpan(file), rule: "config", severity: "error", message };
}
