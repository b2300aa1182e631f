import type { RepositoryConfig } from "../config/index.ts";

/** One entry of a git tree. `mode` is git's: "100644", "100755", "120000" (symlink), "160000" (submodule). */
export interface TreeFile {
  readonly path: string;
  readonly oid: string;
  readonly mode: string;
  /** Octets, where the lister knows: then what is too large is refused before it is fetched. */
  readonly size?: number;
}

/** A tree: everything it lists, and the content of what was fetched, by object id. */
export interface TreeFacts {
  readonly files: readonly TreeFile[];
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  /** Why a blob cannot be had (too large, gone), by object id: said to the author, and never asked for again. */
  readonly unreadable?: ReadonlyMap<string, string>;
}

/** What the operator lets this repository deploy. "*.example." stands for every name below example. */
export interface Binding {
  readonly zones: readonly string[];
  readonly views: readonly string[];
  readonly targets: readonly string[];
}

/** Everything a judgement may depend on: the same facts give the same evaluation. */
export interface Facts {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The tree the change lands on; undefined where there is none. */
  readonly before: TreeFacts | undefined;
  /** The tree that would be deployed: the merge result. */
  readonly after: TreeFacts;
  /** Whose config and checks judge. The bot says "before"; where there is no such tree, `after` judges itself. */
  readonly rules: "before" | "after";
  /** Used instead of the repository's own config file. */
  readonly repositoryConfig?: RepositoryConfig;
  readonly binding?: Binding;
  /**
   * Whether checks in TypeScript that the change adds or edits may be run as proposed; they may unless this says no. Not
   * for a change from a fork: strangers get feedback, not compute.
   */
  readonly proposedCode?: boolean;
  /** Whether the evaluation carries each zone's canonical text. */
  readonly texts?: boolean;
}
