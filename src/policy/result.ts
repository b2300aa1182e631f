/** A rule's state: satisfied; waiting for somebody to do something; blocked until the pull request itself changes. */
export type PolicyStatus = "satisfied" | "waiting" | "blocked";

/** One node of the tree that explains a verdict: the rule, how it stands, why, and who or what could satisfy it. */
export interface PolicyResult {
  readonly rule: string;
  readonly status: PolicyStatus;
  readonly why: string;
  /** Who or what would turn it; absent when satisfied. */
  readonly needs?: string;
  readonly children: readonly PolicyResult[];
}

/** Whether a pull request may merge: every verdict names its reasons. */
export type PullVerdict =
  | { readonly is: "ready" }
  | { readonly is: "waiting"; readonly on: readonly string[] }
  | { readonly is: "blocked"; readonly by: readonly string[] };

export function satisfied(rule: string, why: string): PolicyResult {
  return { rule, status: "satisfied", why, children: [] };
}

export function waiting(rule: string, why: string, needs: string): PolicyResult {
  return { rule, status: "waiting", why, needs, children: [] };
}

export function blocked(rule: string, why: string, needs: string): PolicyResult {
  return { rule, status: "blocked", why, needs, children: [] };
}

/** A node over others: as bad as its worst child. */
export function allOf(rule: string, children: readonly PolicyResult[]): PolicyResult {
  const worst = children.find((c) => c.status === "blocked") ?? children.find((c) => c.status === "waiting");
  return worst === undefined
    ? { rule, status: "satisfied", why: "every rule is satisfied", children }
    : {
        rule,
        status: worst.status,
        why: worst.why,
        ...(worst.needs ? { needs: worst.needs } : {}),
        children,
      };
}

/** Reads the verdict off the tree. Blocked outweighs waiting. */
export function verdictOf(result: PolicyResult): PullVerdict {
  const leaves = leavesOf(result);
  const reasonsOf = (status: PolicyStatus) =>
    leaves.filter((l) => l.status === status).map((l) => (l.needs ? `${l.why}: ${l.needs}` : l.why));
  const by = reasonsOf("blocked");
  if (by.length > 0) return { is: "blocked", by };
  const on = reasonsOf("waiting");
  return on.length > 0 ? { is: "waiting", on } : { is: "ready" };
}

function leavesOf(result: PolicyResult): readonly PolicyResult[] {
  return result.children.length === 0 ? [result] : result.children.flatMap(leavesOf);
}
