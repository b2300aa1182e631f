import type { Name, Zone } from "../dns/index.ts";
import type { RecordTokens } from "../zonefile/index.ts";

/** A zone of the repository, as the rules see it. */
export interface LintZone {
  readonly zone: Zone;
  readonly name: Name;
  readonly view: string;
  readonly file: string;
  /** That file and what it includes. */
  readonly files: readonly string[];
  readonly serial: "managed" | "from-file";
  /** The same zone on the base, for rules about the change itself; undefined where there is none. */
  readonly before?: LintZone;
  /** True when not every record of the zone could be read: then a name that was not seen may still exist. */
  readonly incomplete?: boolean;
  /** How a record is written, for exact positions; undefined where its text is not at hand. */
  tokens(row: number): RecordTokens | undefined;
}
