import type { Name } from "../../dns/index.ts";
import type { Resolvers } from "../questions.ts";

/** A zone that checks can walk. */
export interface HostZone {
  readonly name: Name;
  readonly view: string;
  readonly file: string;
}

/** What checks in TypeScript can ask about. */
export interface SandboxHost {
  readonly resolvers: Resolvers;
  /** What answered before the change: failures then say where a record was that is gone. */
  readonly before?: Resolvers;
  readonly zones: readonly HostZone[];
  /** A data file that belongs to the checks, by its path. */
  data(path: string): Uint8Array | undefined;
  /** The files of the tree that is judged whose paths match a glob. */
  config(glob: string): readonly ConfigFile[];
}

export interface ConfigFile {
  readonly path: string;
  /** Undefined where it cannot be read. */
  readonly octets: Uint8Array | undefined;
}
