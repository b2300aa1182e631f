import type { CheckRunContent } from "../announce/index.ts";
import type { Claim } from "../store/index.ts";
import type { BoundBranch } from "./access.ts";
import type { Controller } from "./controller.ts";
import { refusing } from "./refusing.ts";

export interface MonitorCheckRun {
  readonly lane: string;
  readonly sha: string;
  /** Digests of what was told before and of what is told now: one change is told once. */
  readonly before: string;
  readonly digest: string;
}

/** The check run on a commit that says how its checks do on the nameservers: a new one takes the place of the last. */
export async function publishMonitorCheck(
  { store }: Controller,
  claim: Claim,
  { gateway }: BoundBranch,
  { lane, sha, before, digest }: MonitorCheckRun,
  content: CheckRunContent,
): Promise<void> {
  const externalId = `${lane}@${before.slice(0, 12)}..${digest.slice(0, 12)}`;
  await store.effects.run(claim, {
    id: `check:${externalId}@${sha}`,
    kind: "check",
    input: { sha, externalId },
    probe: async (input) => {
      const run = await gateway.findCheckRun(input.sha, content.name, input.externalId);
      return run?.status === "completed" ? { id: run.id } : undefined;
    },
    act: refusing((input) =>
      gateway.createCheckRun(input.sha, { ...content, status: "completed", externalId: input.externalId }),
    ),
    audit: {
      subject: `${lane}@${sha}`,
      data: ({ id }) => ({ checkRun: id, conclusion: content.conclusion }),
    },
  });
}
