import type { Generated } from "kysely";

type Flag = 0 | 1;

/** The tables as their rows are stored: JSON as text, times as milliseconds since 1970, ids as GitHub's numbers. */
export interface Tables {
  readonly delivery: {
    guid: string;
    event: string;
    action: string | null;
    receivedAt: number;
    payload: string;
  };
  readonly lane: {
    key: string;
    gen: number;
    doneGen: number;
    dueAt: number | null;
    attempts: number;
    owner: string | null;
    leaseUntil: number | null;
    fence: number;
    lastError: string | null;
  };
  readonly op: {
    id: string;
    kind: string;
    laneKey: string;
    fence: number;
    state: "intended" | "done" | "abandoned";
    input: string | null;
    output: string | null;
    reason: string | null;
    createdAt: number;
    updatedAt: number;
  };
  readonly audit: { seq: Generated<number>; at: number; kind: string; subject: string; data: string | null };
  readonly repository: {
    id: number;
    owner: string;
    name: string;
    installationId: number;
    defaultBranch: string | null;
  };
  readonly pull: {
    repositoryId: number;
    number: number;
    state: "open" | "closed";
    baseRef: string;
    headSha: string;
    readySince: number | null;
    evaluation: string | null;
    updatedAt: number;
  };
  readonly review: {
    id: number;
    repositoryId: number;
    number: number;
    userId: number;
    login: string;
    userType: string;
    state: "approved" | "changes_requested" | "commented" | "dismissed";
    headSha: string;
    commitId: string | null;
    submittedAt: number;
    receivedAt: number;
  };
  /** Which repository a name in the operator's config means. */
  readonly pin: { name: string; repositoryId: number };
  readonly push: { repositoryId: number; headSha: string; userId: number };
  readonly fixRequest: {
    repositoryId: number;
    number: number;
    headSha: string;
    userId: number;
    login: string;
    userType: string;
    requestedAt: number;
    state: "asked" | "done" | "refused";
    reason: string | null;
    answeredHead: string | null;
  };
  readonly shownPlan: {
    repositoryId: number;
    number: number;
    headSha: string;
    planDigest: string;
    shownAt: number;
  };
  readonly publication: {
    repositoryId: number;
    number: number;
    kind: "check" | "comment" | "result" | "suggestions";
    remoteId: number | null;
    headSha: string;
    bodyHash: string;
    planDigest: string | null;
    at: number;
  };
  readonly tip: {
    repositoryId: number;
    ref: string;
    sha: string;
    tree: string;
    inputsDigest: string;
    origin: "merged" | "adopted" | "carried" | "unapproved";
    pull: number | null;
    state: "approved" | "held";
    reason: string | null;
    detail: string | null;
    at: number;
  };
  readonly zoneVersion: {
    seq: Generated<number>;
    target: string;
    zone: string;
    view: string;
    serial: number;
    contentHash: string;
    commitSha: string;
    deploymentId: string;
    text: string;
    createdAt: number;
    removed: Flag;
  };
  readonly deployment: {
    id: string;
    repositoryId: number;
    ref: string;
    sha: string;
    target: string;
    pull: number | null;
    githubId: number | null;
    phase: string;
    state: string | null;
    createdAt: number;
    updatedAt: number;
  };
  /** The last round of checks against the nameservers, by branch. */
  readonly monitorRound: {
    repositoryId: number;
    ref: string;
    sha: string;
    at: number;
    tookMs: number;
    announcedSha: string | null;
    announcedDigest: string | null;
  };
  readonly checkHealth: {
    repositoryId: number;
    ref: string;
    server: string;
    slug: string;
    name: string;
    verdict: "pass" | "fail" | "unknown" | null;
    since: number;
    turning: string | null;
    at: number;
    findings: string | null;
  };
  readonly checkPeriod: {
    repositoryId: number;
    ref: string;
    server: string;
    slug: string;
    since: number;
    until: number;
    verdict: "pass" | "fail" | "unknown";
  };
  readonly blob: { oid: string; octets: Uint8Array; size: number; usedAt: number };
}
