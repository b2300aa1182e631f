import type { Resolvers } from "./questions.ts";

/** What files of checks may refer to, of one tree. */
export interface Repository {
  /** A file's content by its path from the root; undefined where there is none. */
  read(path: string): Uint8Array | undefined;
  /** The paths that a glob matches, sorted, or what is wrong with the glob, in words. */
  find?(glob: string): readonly string[] | string;
  /** The zones in which names are looked for. */
  readonly zones?: Resolvers;
}
