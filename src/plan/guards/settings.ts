import { riskClasses } from "../risk/index.ts";

/** What may change without more approval than usual: `count` records in all, `share` percent of each zone. */
export interface Limit {
  readonly count?: number;
  readonly share?: number;
}

/** Limits on what is removed, changed and added. A limit that is not there lets everything pass. */
export interface Guard {
  readonly removed?: Limit;
  readonly changed?: Limit;
  readonly added?: Limit;
  /** Approvals needed over a limit; undefined: one more than usual. */
  readonly approvals?: number;
}

/** A guard over all records of zones that are there before and after, and one for each class of risk. */
export type GuardSettings = Readonly<Record<string, Guard>>;

/** The guard over all records. */
export const ALL_RECORDS = "records";

/** A class that says something of zones by their shares would be a guard on a guard. */
const shares = "large-share";

/** Ids of the guards that there may be. */
export const guardIds: readonly string[] = [
  ALL_RECORDS,
  ...riskClasses.map(({ id }) => id).filter((id) => id !== shares),
];

const anything = { removed: { count: 0 }, changed: { count: 0 }, added: { count: 0 } };

/** What holds where a repository says nothing else. */
export const defaultGuards: GuardSettings = {
  [ALL_RECORDS]: {
    removed: { count: 50, share: 30 },
    changed: { count: 200, share: 50 },
    added: { count: 1_000 },
  },
  "zone-removed": { removed: { count: 0 } },
  "apex-ns": anything,
};
