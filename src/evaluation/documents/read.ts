import { compileGlob } from "../../config/index.ts";
import { isDocumentFile, type ParsedDocument } from "../../documents/index.ts";
import type { Tree } from "../tree.ts";
import type { DocumentMemo } from "./memo.ts";

/**
 * The documents of all YAML and JSON files of a tree that a glob matches, by path and then in their order in the file.
 * Files that cannot be read have none: what is wrong with them is told by `judgeConfigFiles`, or by the tree.
 */
export function readTreeDocuments(
  tree: Tree,
  globs: readonly string[],
  memo: DocumentMemo,
): readonly ParsedDocument[] {
  const matchers = globs.map(compileGlob);
  return tree.paths
    .filter((path) => isDocumentFile(path) && matchers.some((matches) => matches(path)))
    .sort()
    .flatMap((path) => memo.read(tree, path).documents);
}
