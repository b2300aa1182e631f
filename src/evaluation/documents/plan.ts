import { configFiles, type RepositoryConfig } from "../../config/index.ts";
import type { PathChange, PlannedBlob } from "../../plan/index.ts";
import type { Tree } from "../tree.ts";
import { blobId } from "./blob-id.ts";

/** The configuration files that differ between two trees, by path: with the target they have now, or else had. */
export function changedConfigFiles(
  before: Tree | undefined,
  after: Tree,
  config: RepositoryConfig,
): PathChange[] {
  const paths = new Set([...after.paths, ...(before?.paths ?? [])]);
  return configFiles(config, [...paths].sort()).flatMap(({ file, target }) => {
    if (before?.identity(file) === after.identity(file)) return [];
    const old = before && blobOf(before, file);
    const now = blobOf(after, file);
    // What has no object id yet may be the same all the same.
    if (old?.oid === now?.oid && old?.mode === now?.mode) return [];
    return [
      {
        path: file,
        ...(target !== undefined && { target }),
        ...(old && { before: old }),
        ...(now && { after: now }),
      },
    ];
  });
}

function blobOf(tree: Tree, path: string): PlannedBlob | undefined {
  const file = tree.file(path);
  if (!file) return undefined;
  const { oid, mode, size } = file;
  return { oid: blobId(tree, path) ?? oid, mode, ...(size !== undefined && { octets: size }) };
}
