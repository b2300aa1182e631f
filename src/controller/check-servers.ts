import type { CheckResult, ServedAnswers } from "../checks/index.ts";
import type { Nameserver } from "../deploy/index.ts";
import type { Facts, ServedChecks } from "../evaluation/index.ts";
import { collectAnswers } from "../net/index.ts";
import type { BoundBranch } from "./access.ts";
import type { Controller } from "./controller.ts";

/** How the checks went on one nameserver. */
export interface CheckedServer {
  readonly server: Nameserver;
  readonly results: readonly CheckResult[];
  /** Why they could not be run. */
  readonly fault: string | undefined;
}

export interface ChecksToRun {
  /** The tree whose checks they are, and whose zones the nameservers should serve. */
  readonly tree: string;
  readonly servers: readonly Nameserver[];
  /** True for what a deployment waits for. */
  readonly urgent: boolean;
}

/** Runs the checks of a tree against what each nameserver answers. Throws what reading the tree throws, and the signal's reason. */
export async function checkServers(
  { reader, evaluators, clock }: Controller,
  { gateway, binding, signal }: BoundBranch,
  { tree, servers, urgent }: ChecksToRun,
): Promise<readonly CheckedServer[]> {
  const evaluator = urgent ? evaluators.branches : evaluators.pulls;
  const opened = await reader.open(gateway, tree);
  const facts: Facts = { now: clock.now(), before: undefined, after: opened, rules: "after" };
  const wanted = async () => (await evaluator.wanted(facts)).map(({ oid }) => oid);
  for (let oids = await wanted(); oids.length > 0; oids = await wanted()) {
    await reader.fetch(gateway, [opened], oids);
    signal.throwIfAborted();
  }
  const run = async (answers: ServedAnswers): Promise<ServedChecks> => {
    for (;;) {
      const run = await evaluator.served(facts, { answers, views: binding.views });
      const more = run.wanted.filter(({ oid }) => !opened.blobs.has(oid) && !opened.unreadable.has(oid));
      if (more.length === 0) return run;
      await reader.fetch(
        gateway,
        [opened],
        more.map(({ oid }) => oid),
      );
    }
  };
  return Promise.all(
    servers.map(async (server) => {
      const { results, fault } = await collectAnswers(server, run, { signal });
      return { server, results, fault };
    }),
  );
}
