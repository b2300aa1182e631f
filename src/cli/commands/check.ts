import { UsageError } from "../../base/index.ts";
import { type Diagnostic, diagnosticFormats, formatDiagnostics, splitKnown } from "../../diagnostic/index.ts";
import type { Evaluation } from "../../evaluation/index.ts";
import { type Baseline, readBaseline } from "../baseline.ts";
import { configWithFiles } from "../choose-config.ts";
import { type Command, EXIT } from "../command.ts";
import { judge, refuseBare, sourceOf } from "../judge.ts";
import { chosen, textOf } from "../option.ts";
import type { Output } from "../output.ts";
import { ruleSummaries } from "../rule-summaries.ts";
import { askedFiles, refuseNothing, unjudgedFiles } from "../scope.ts";
import { openWorkspace, type Workspace } from "../workspace.ts";

export const check: Command = {
  name: "check",
  summary: "syntax, lint and semantic checks of zone files and configuration",
  declare: (program) =>
    program
      .argument("[path...]", "zone files or folders to report on; the whole repository without any")
      .option("--config <file>", "judge by this repository config instead of .github/zonewright.yml")
      .option("--origin <name>", "the zone's name, for one file; checks of all zones are left out")
      .option("--format <format>", diagnosticFormats.join(", "), "text")
      .option("--baseline <file|ref>", "leave out what a file of --format json, or a commit, has already")
      .addHelpText("after", exitCodes),
  async run({ args, options }, output) {
    const format = chosen("--format", textOf(options.format), diagnosticFormats);
    const workspace = await openWorkspace({
      paths: args,
      config: textOf(options.config),
      origin: textOf(options.origin),
    });
    refuseBare(workspace, "zonewright plan --from REF --to REF compares its commits");
    const given = textOf(options.baseline);
    const baseline = given === undefined ? undefined : await readBaseline(given, workspace);
    const evaluation = await judgeNamed(workspace, baseline, output);
    refuseNothing(workspace, evaluation);
    const fresh = await withoutBaseline(evaluation, workspace, baseline, output);
    const isAsked = askedFiles(workspace, evaluation);
    const found = fresh.filter(({ file }) => isAsked(file));
    const text = formatDiagnostics(found, format, {
      source: sourceOf(workspace.tree),
      colour: output.colour,
      describe: ruleSummaries(evaluation),
      judged: [...evaluation.zones, ...evaluation.configFiles].map(({ file }) => file).filter(isAsked),
    });
    output.out(text);
    if (format === "text") summarise(evaluation, { found, elsewhere: fresh.length - found.length }, output);
    return found.some(({ severity }) => severity === "error") ? EXIT.findings : EXIT.ok;
  },
};

const exitCodes = `
Ends with 0; with 1 where a finding is an error; with 2, and nothing on stdout, where it cannot run: also where no zone
or configuration was found, or a path is neither nor part of one, since a check that looked at nothing must not look green.`;

/** Without any config, files that were named and are no zones yet are: each the zone its name says. */
async function judgeNamed(
  workspace: Workspace,
  baseline: Baseline | undefined,
  output: Output,
): Promise<Evaluation> {
  const { tree: after, config, cache } = workspace;
  const judging = { before: baseline?.tree, after, config, cache };
  const evaluation = await judge(judging, output);
  const more = workspace.configured ? [] : unjudgedFiles(workspace);
  if (more.length === 0) return evaluation;
  const again = await judge({ ...judging, config: configWithFiles(more) }, output);
  for (const file of more) {
    const name = again.zones.find((zone) => zone.file === file)?.name;
    if (name === undefined && !again.diagnostics.some(({ rule }) => rule === "repo-duplicate-zone"))
      throw new UsageError(`checking ${file}`, "its name is not one a zone can have", "give --origin NAME");
    if (name !== undefined)
      output.note(`${file} is taken for the zone ${name}, as its name says; --origin says otherwise`);
  }
  return again;
}

async function withoutBaseline(
  evaluation: Evaluation,
  { cache }: Workspace,
  baseline: Baseline | undefined,
  output: Output,
): Promise<readonly Diagnostic[]> {
  if (baseline === undefined) return evaluation.diagnostics;
  const { config } = evaluation;
  const before =
    baseline.findings ?? (await judge({ after: baseline.tree, config, cache }, output)).diagnostics;
  return splitKnown([...evaluation.diagnostics, ...evaluation.baseline], before).fresh;
}

function summarise(
  { zones, configFiles, checks }: Evaluation,
  { found, elsewhere }: { readonly found: readonly Diagnostic[]; readonly elsewhere: number },
  output: Output,
): void {
  const of = (severity: string) => found.filter((one) => one.severity === severity).length;
  const records = zones.reduce((sum, zone) => sum + zone.records, 0);
  const passed = checks.filter((one) => one.passed).length;
  const about = configFiles.length > 0 ? [count(configFiles.length, "config file")] : [];
  if (zones.length > 0 || configFiles.length === 0)
    about.unshift(count(zones.length, "zone"), count(records, "record"));
  if (checks.length > 0) about.push(`${passed} of ${count(checks.length, "check")} passed`);
  const told = [count(of("error"), "error"), count(of("warning"), "warning"), count(of("info"), "note")];
  const rest = elsewhere === 0 ? "" : `; ${count(elsewhere, "finding")} in files that were not asked for`;
  output.note(`${about.join(", ")}: ${told.join(", ")}${rest}`);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
