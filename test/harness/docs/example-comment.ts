import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { planComment } from "../../../src/announce/index.ts";
import { evaluate, type TreeFacts } from "../../../src/evaluation/index.ts";
import { judgePolicy, verdictOf } from "../../../src/policy/index.ts";
import type { PullSnapshot } from "../../../src/pull/index.ts";

const FILE = "zones/acme.example.zone";
const AFTER = "status\t\t\tCNAME\twww.acme-status.example.\n";

/** The comment the bot makes on the demo's first pull request, before and after the fix, by the bot's own code. */
export function exampleComment(line: string): string {
  const base = files();
  const head = { ...base, [FILE]: base[FILE]!.replace(AFTER, AFTER + line) };
  const evaluation = evaluate({ now: 0, before: tree(base), after: tree(head), rules: "before" });
  const facts = {
    planDigest: evaluation.plan.digest,
    changedPaths: [FILE],
    governingPaths: [],
    guards: evaluation.guards,
  };
  const policy = judgePolicy(snapshot, evaluation.config.policy, facts);
  const verdict = evaluation.passed
    ? verdictOf(policy)
    : ({ is: "blocked", by: evaluation.reasons } as const);
  return planComment({ head: snapshot.head.sha, baseRef: "main", evaluation, verdict, policy });
}

const mia = { id: 1, login: "mia", type: "User" };

const snapshot: PullSnapshot = {
  now: 0,
  repository: { id: 1, owner: "acme", name: "dns" },
  number: 1,
  title: "Add radio.acme.example",
  author: mia,
  state: "open",
  merged: false,
  mergeCommit: undefined,
  draft: false,
  locked: false,
  head: { sha: "5bf0a1c000000000000000000000000000000000", ref: "radio", fromFork: false },
  base: { ref: "main", sha: "", tree: "" },
  merge: { kind: "clean", sha: "", tree: "" },
  commits: [{ sha: "", author: mia, committer: mia, coAuthorEmails: [], committedByGitHub: false }],
  pushers: [mia.id],
  headPusherKnown: true,
  reviews: [],
  permissions: new Map([[mia.id, "write"]]),
};

function files(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const folder of ["zones", "checks"]) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = `${entry.parentPath}/${entry.name}`;
      if (entry.isFile()) found[path] = readFileSync(path, "utf8");
    }
  }
  return found;
}

function tree(content: Record<string, string>): TreeFacts {
  const blobs = new Map<string, Uint8Array>();
  const listed = Object.entries(content).map(([path, text]) => {
    const oid = createHash("sha1").update(text).digest("hex");
    blobs.set(oid, new TextEncoder().encode(text));
    return { path, oid, mode: "100644" };
  });
  return { files: listed, blobs };
}
