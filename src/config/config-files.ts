import { compileGlob } from "./glob.ts";
import type { RepositoryConfig } from "./repository-config.ts";

/** A file of the repository that is configuration of something else. */
export interface ConfigFile {
  readonly file: string;
  readonly schema: string | undefined;
  readonly target: string | undefined;
}

/** Which of a repository's files are configuration, in the order of `paths`: the first entry that matches a file counts. */
export function configFiles({ config }: RepositoryConfig, paths: readonly string[]): ConfigFile[] {
  if (config.length === 0) return [];
  const entries = config.map((entry) => ({ ...entry, matches: compileGlob(entry.files) }));
  return paths.flatMap((file) => {
    const entry = entries.find(({ matches }) => matches(file));
    return entry ? [{ file, schema: entry.schema, target: entry.target }] : [];
  });
}
