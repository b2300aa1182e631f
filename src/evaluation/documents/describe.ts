import type { EvaluatedConfigFile } from "../evaluation.ts";
import type { Tree } from "../tree.ts";
import { blobId } from "./blob-id.ts";
import type { JudgedConfigFiles } from "./judge.ts";

/** The configuration files of a judged tree, as they would be deployed. */
export function describeConfigFiles({ files, found }: JudgedConfigFiles, tree: Tree): EvaluatedConfigFile[] {
  const errors = [...found, ...tree.problems()].filter(({ severity }) => severity === "error");
  const wrong = new Set(errors.map(({ file }) => file));
  return files.map(({ file, target }) => {
    const oid = blobId(tree, file);
    return {
      file,
      oid: oid ?? "",
      ...(target !== undefined && { target }),
      deployable: oid !== undefined && !wrong.has(file),
    };
  });
}
