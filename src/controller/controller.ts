import type { Clock, Log } from "../base/index.ts";
import type { RepositoryBinding } from "../config/index.ts";
import type { Target, Verifier } from "../deploy/index.ts";
import type { Evaluator } from "../evaluation/index.ts";
import type { GitHub } from "../github/index.ts";
import type { Store } from "../store/index.ts";
import type { JudgedTrees } from "./judged-trees.ts";
import type { RecentJudgements } from "./recent-judgements.ts";
import type { TreeReader } from "./tree-reader.ts";

/** What the loops work with; app.ts puts it together. */
export interface Controller {
  readonly store: Store;
  readonly github: GitHub;
  readonly reader: TreeReader;
  readonly judgements: RecentJudgements<JudgedTrees>;
  /** Judge pull requests, and branches and deployments: a stranger's pull request delays no deployment. */
  readonly evaluators: { readonly pulls: Evaluator; readonly branches: Evaluator };
  readonly targets: ReadonlyMap<string, Target>;
  readonly verifier: Verifier;
  readonly bindings: readonly RepositoryBinding[];
  readonly clock: Clock;
  readonly log: Log;
  /** Names this process among replicas. */
  readonly owner: string;
  /** How long nameservers may take before a deployment is called degraded. */
  readonly verifyDeadlineMs: number;
  /** How often everything is derived again from GitHub, the store and the nameservers. */
  readonly sweepEveryMs: number;
  /** How often the checks are run against the nameservers; undefined: never. */
  readonly monitorEveryMs: number | undefined;
}
