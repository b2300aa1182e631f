import { UsageError } from "../../base/index.ts";
import type { ServedAnswers } from "../../checks/index.ts";
import { formatDiagnostics } from "../../diagnostic/index.ts";
import {
  EvaluationThreads,
  type Facts,
  runServedChecks,
  type ServedChecks,
  type ServedFacts,
} from "../../evaluation/index.ts";
import { collectAnswers } from "../../net/index.ts";
import { type Command, EXIT, type ExitCode } from "../command.ts";
import { refuseBare, sourceOf } from "../judge.ts";
import { chosen, textOf } from "../option.ts";
import type { Output } from "../output.ts";
import { commitTree, loadWanted, type SourceTree } from "../source-tree.ts";
import { renderVerified, type VerifiedServer, verifyFormats } from "../verify-report.ts";
import { type ServerToVerify, serversToVerify } from "../verify-servers.ts";
import { openWorkspace, type Workspace } from "../workspace.ts";

export const verify: Command = {
  name: "verify",
  summary: "run the checks against what nameservers serve",
  declare: (program) =>
    program
      .option("--server <server>", "NAME or ADDRESS of a nameserver, or with #PORT; may be repeated", collect)
      .option("--config <file>", "ask the nameservers of the targets in this operator's config")
      .option("--view <view>", "the view that the nameservers answer for, where there are several")
      .option("--commit <ref>", "run the checks of this commit; the working tree's without it")
      .option("--format <format>", verifyFormats.join(", "), "text")
      .addHelpText("after", exitCodes),
  async run({ options }, output) {
    const format = chosen("--format", textOf(options.format), verifyFormats);
    const ref = textOf(options.commit);
    const workspace = await openWorkspace({ paths: [] });
    if (ref === undefined) refuseBare(workspace, "name a commit with --commit REF");
    const tree = ref === undefined ? workspace.tree : await commitTree(workspace.root, ref);
    const checks = await openChecks(workspace, tree, output);
    const choice = { config: textOf(options.config), view: textOf(options.view) };
    const servers = await serversToVerify({ ...choice, servers: textsOf(options.server) }, checks.zones);
    const verified = await Promise.all(servers.map((server) => verifyOne(server, checks, output)));
    if (verified.every(({ results }) => results.length === 0)) {
      if (checks.broken) return EXIT.cannot;
      throw nothingToVerify();
    }
    output.out(renderVerified(verified, format, output.paint));
    if (format === "text") output.note(summaryOf(verified));
    return exitCodeOf(verified, checks.broken);
  },
};

const exitCodes = `
Without --server and --config, zonewright.yml in the current folder is the operator's config. Ends with 0 where every
check passes on every nameserver; with 1 where one fails; with 2 where that cannot be told: a nameserver does not answer,
a file of checks cannot be read, or there are no checks.`;

/** Collects a repeated option. */
function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

interface OpenChecks {
  readonly zones: ServedChecks["zones"];
  /** Whether a file of checks, or one they need, cannot be read. */
  readonly broken: boolean;
  run(served: ServedFacts): Promise<ServedChecks>;
}

/** Reads the zones and checks of a tree. Throws UsageError where they cannot be had or there are none. */
async function openChecks({ cache }: Workspace, tree: SourceTree, output: Output): Promise<OpenChecks> {
  const facts: Facts = { now: Date.now(), before: undefined, after: tree, rules: "after" };
  const threads = new EvaluationThreads(facts, cache);
  output.progress("reading zones and checks");
  await loadWanted(threads, [tree]).finally(() => threads.close());
  const run = async (served: ServedFacts): Promise<ServedChecks> => {
    for (;;) {
      const checks = runServedChecks(facts, served, cache);
      const more = checks.wanted.filter(({ oid }) => !tree.blobs.has(oid) && !tree.unreadable.has(oid));
      if (more.length === 0) return checks;
      await tree.load(more.map(({ oid }) => oid));
    }
  };
  const { zones, diagnostics, fault } = await run({ answers: new Map(), views: [] });
  if (fault !== undefined) throw new UsageError("reading the checks", fault);
  const broken = diagnostics.filter(({ severity }) => severity === "error");
  output.note(formatDiagnostics(broken, "text", { source: sourceOf(tree) }));
  return { zones, broken: broken.length > 0, run };
}

function nothingToVerify(): UsageError {
  return new UsageError(
    "verifying",
    "there is nothing to verify: no check is about what these nameservers serve",
    "write a check, in checks/*.yml unless the config says otherwise",
  );
}

async function verifyOne(
  { address, port, label, views }: ServerToVerify,
  checks: OpenChecks,
  output: Output,
): Promise<VerifiedServer> {
  output.progress(`asking ${label}`);
  const { signal } = new AbortController();
  const run = (answers: ServedAnswers) => checks.run({ answers, views });
  const { results } = await collectAnswers({ address, port }, run, { signal });
  return { server: label, results };
}

function exitCodeOf(servers: readonly VerifiedServer[], broken: boolean): ExitCode {
  const verdicts = servers.flatMap(({ results }) => results.map(({ verdict }) => verdict));
  if (verdicts.includes("fail")) return EXIT.findings;
  return broken || verdicts.includes("unknown") ? EXIT.cannot : EXIT.ok;
}

function summaryOf(servers: readonly VerifiedServer[]): string {
  const results = servers.flatMap((one) => one.results);
  const of = (verdict: string) => results.filter((one) => one.verdict === verdict).length;
  const asked = servers.length === 1 ? "1 nameserver" : `${servers.length} nameservers`;
  const unknown = of("unknown") === 0 ? "" : `, ${of("unknown")} could not be told`;
  return `${asked}: ${of("pass")} passed, ${of("fail")} failed${unknown}`;
}
