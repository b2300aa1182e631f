import { fileSpan } from "../../base/index.ts";
import { REPOSITORY_CONFIG_FILE } from "../../config/index.ts";
import type { Diagnostic } from "../../diagnostic/index.ts";
import type { LoadedSchema, Schema } from "../../documents/index.ts";
import type { Tree } from "../tree.ts";
import type { DocumentMemo } from "./memo.ts";

/** A schema as the judging tree has it, and as the change would have it. */
export interface SchemaVersions {
  /** The one that decides; undefined where none can be used. */
  readonly deciding: Schema | undefined;
  /** The change's own, where it is another. */
  readonly proposed: Schema | undefined;
  /** What is wrong with it as it would be. */
  readonly diagnostics: readonly Diagnostic[];
  /** Its file and those it refers to, in either tree. */
  readonly files: readonly string[];
}

/**
 * The judging tree's schema decides. One that cannot be used there decides nothing: then the change's does, or else a
 * change that mends it could not land; people who own the schema must agree to that as to any change of it.
 */
export function schemaVersions(file: string, judge: Tree, after: Tree, memo: DocumentMemo): SchemaVersions {
  const judging = load(file, judge, memo);
  const proposed = judge === after ? judging : load(file, after, memo);
  const files = [...new Set([...judging.files, ...proposed.files])];
  const isChanged = files.some((path) => judge.identity(path) !== after.identity(path));
  return {
    deciding: judging.schema ?? proposed.schema,
    proposed: isChanged && judging.schema ? proposed.schema : undefined,
    diagnostics: isChanged ? proposed.diagnostics : judging.diagnostics,
    files,
  };
}

function load(file: string, tree: Tree, memo: DocumentMemo): LoadedSchema {
  return memo.schema(tree, file, fileSpan(REPOSITORY_CONFIG_FILE));
}
