import { readFile } from "node:fs/promises";
import { messageOf, UsageError } from "../../base/index.ts";
import { type Diagnostic, diagnosticFormats, formatDiagnostics } from "../../diagnostic/index.ts";
import { type Evaluation, evaluate, type Facts } from "../../evaluation/index.ts";
import { type Command, EXIT } from "../command.ts";
import { chosen, textOf } from "../option.ts";
import type { Output } from "../output.ts";
import { commitTree, loadWanted } from "../source-tree.ts";
import { openWorkspace, type Workspace } from "../workspace.ts";

export const check: Command = {
  name: "check",
  summary: "syntax, lint and semantic checks of zone files",
  declare: (program) =>
    program
      .argument("[path...]", "zone files or folders to report on; the whole repository without any")
      .option("--config <file>", "judge by this repository config instead of .github/zonewright.yml")
      .option("--origin <name>", "the zone's name, for one file")
      .option("--format <format>", diagnosticFormats.join(", "), "text")
      .option("--baseline <ref|file>", "leave out what a commit, or a file of --format json, has already"),
  async run({ args, options }, output) {
    const format = chosen("--format", String(options.format), diagnosticFormats);
    const workspace = await openWorkspace({
      paths: args,
      config: textOf(options.config),
      origin: textOf(options.origin),
    });
    const { evaluation, known } = await judge(workspace, textOf(options.baseline));
    const found = evaluation.diagnostics.filter((d) => isAsked(workspace, d) && !known(d));
    output.out(formatDiagnostics(found, format, { source: sourceOf(workspace), colour: output.colour }));
    if (format === "text") summarise(evaluation, found, output);
    return found.some(({ severity }) => severity === "error") ? EXIT.findings : EXIT.ok;
  },
};

interface Judged {
  readonly evaluation: Evaluation;
  /** Whether the baseline has this finding too. */
  known(diagnostic: Diagnostic): boolean;
}

async function judge(workspace: Workspace, baseline: string | undefined): Promise<Judged> {
  const file = baseline === undefined ? undefined : await readBaseline(baseline);
  const before = baseline === undefined || file ? undefined : await commitTree(workspace.root, baseline);
  const facts: Facts = {
    now: Date.now(),
    before,
    after: workspace.tree,
    rules: "after",
    ...(workspace.config ? { repositoryConfig: workspace.config } : {}),
  };
  await loadWanted(facts, before ? [before, workspace.tree] : [workspace.tree]);
  const evaluation = evaluate(facts);
  const counted = new Map<string, number>();
  for (const one of file ?? []) counted.set(identity(one), (counted.get(identity(one)) ?? 0) + 1);
  const known = (diagnostic: Diagnostic) => {
    const left = counted.get(identity(diagnostic)) ?? 0;
    counted.set(identity(diagnostic), left - 1);
    return left > 0;
  };
  return { evaluation, known };
}

/** Lines move; what is said of a file stays the same finding. */
function identity({ file, rule, message }: Pick<Diagnostic, "file" | "rule" | "message">): string {
  return JSON.stringify([file, rule, message]);
}

/** The findings in a file, or undefined where there is no such file: then it names a commit. */
async function readBaseline(file: string): Promise<readonly Diagnostic[] | undefined> {
  const content = await readFile(file, "utf8").catch(() => undefined);
  if (content === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(content);
    if (Array.isArray(parsed)) return parsed as Diagnostic[];
  } catch (cause) {
    throw new UsageError(
      `reading the baseline ${file}`,
      messageOf(cause),
      "write it with zonewright check --format json",
    );
  }
  throw new UsageError(
    `reading the baseline ${file}`,
    "it is no list of findings",
    "write it with zonewright check --format json",
  );
}

function isAsked({ paths }: Workspace, { file }: Diagnostic): boolean {
  return (
    paths.length === 0 || paths.some((path) => path === "" || file === path || file.startsWith(`${path}/`))
  );
}

function sourceOf({ tree }: Workspace): (file: string) => string | undefined {
  return (file) => {
    const oid = tree.files.find(({ path }) => path === file)?.oid;
    const octets = oid === undefined ? undefined : tree.blobs.get(oid);
    return octets && new TextDecoder().decode(octets);
  };
}

function summarise(evaluation: Evaluation, found: readonly Diagnostic[], output: Output): void {
  const of = (severity: string) => found.filter((d) => d.severity === severity).length;
  const records = evaluation.zones.reduce((sum, zone) => sum + zone.records, 0);
  const passed = evaluation.checks.filter((one) => one.passed).length;
  output.note(
    `${evaluation.zones.length} zones, ${records} records, ${passed} of ${evaluation.checks.length} checks passed: ` +
      `${of("error")} errors, ${of("warning")} warnings, ${of("info")} notes`,
  );
}
