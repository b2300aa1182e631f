import type {
  CommitRow,
  DeploymentRow,
  PublicationRow,
  PullRow,
  ShownPlan,
  VersionRow,
} from "../../src/store/index.ts";

/** One full row of each table. */
export const pull: PullRow = {
  repositoryId: 5_000_000_000,
  number: 7,
  state: "open",
  baseRef: "main",
  headSha: "aaa",
  readySince: 12,
  evaluation: { passed: true, zones: ["example."] },
  updatedAt: 13,
};

export const publication: PublicationRow = {
  repositoryId: 1,
  number: 7,
  kind: "comment",
  remoteId: 6_000_000_000,
  headSha: "aaa",
  bodyHash: "bbb",
  planDigest: "ccc",
  at: 14,
};

export const shownPlan: ShownPlan = {
  repositoryId: 1,
  number: 7,
  headSha: "aaa",
  planDigest: "ccc",
  shownAt: 14,
};

export const commit: CommitRow = {
  repositoryId: 1,
  ref: "main",
  sha: "aaa",
  tree: "ttt",
  inputsDigest: "iii",
  origin: "merged",
  pull: 7,
  state: "approved",
  reason: "approved by reviewer",
  detail: { approvals: [5] },
  at: 15,
};

export const deployment: DeploymentRow = {
  id: "1@aaa:public",
  repositoryId: 1,
  ref: "main",
  sha: "aaa",
  target: "public",
  pull: 7,
  githubId: 99,
  phase: "applying",
  state: { zones: [{ zone: "example." }] },
  createdAt: 16,
  updatedAt: 16,
};

export const version: VersionRow = {
  target: "public",
  zone: "example.",
  view: "default",
  serial: 2026112000,
  contentHash: "hash-1",
  commitSha: "aaa",
  deploymentId: "1@aaa:public",
  text: "example. 300 IN SOA ...\n",
  createdAt: 17,
};
