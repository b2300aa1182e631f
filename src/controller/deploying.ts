import type { Log } from "../base/index.ts";
import type { RepositoryBinding } from "../config/index.ts";
import type { Target } from "../deploy/index.ts";
import type { Evaluation } from "../evaluation/index.ts";
import type { RepositoryGateway } from "../github/index.ts";
import type { Claim, CommitRow } from "../store/index.ts";
import type { Controller } from "./controller.ts";

/** The natural key of bringing one commit to one target. */
export function deploymentId(repositoryId: number, sha: string, target: string): string {
  return `${repositoryId}@${sha}:${target}`;
}

/** What one step of a deployment works with. */
export interface Deploying {
  readonly controller: Controller;
  readonly claim: Claim;
  readonly gateway: RepositoryGateway;
  readonly binding: RepositoryBinding;
  readonly commit: CommitRow;
  readonly target: Target;
  readonly id: string;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** The commit judged once more, with every zone's canonical text. */
  evaluate(): Promise<Evaluation>;
}
