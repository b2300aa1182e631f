import { UsageError } from "../../base/index.ts";
import { configFiles, zoneFiles } from "../../config/index.ts";
import { formatDiagnostics } from "../../diagnostic/index.ts";
import { parseName } from "../../dns/index.ts";
import type { Evaluation } from "../../evaluation/index.ts";
import { formatEndpoint } from "../../net/index.ts";
import { judgeGuards, type Plan, type PlannedZone, planZones, renderPlan } from "../../plan/index.ts";
import { parserRules, readZoneText } from "../../zonefile/index.ts";
import { type Command, EXIT } from "../command.ts";
import { judge, refuseBare, sourceOf } from "../judge.ts";
import { chosen, textOf } from "../option.ts";
import type { Output } from "../output.ts";
import { noZones } from "../scope.ts";
import { servedZone, withoutSigning } from "../served-zones.ts";
import { readServer } from "../server-option.ts";
import { commitTree, type SourceTree } from "../source-tree.ts";
import { openWorkspace, type Workspace } from "../workspace.ts";

const formats = ["text", "json", "markdown"] as const;

export const plan: Command = {
  name: "plan",
  summary: "what changes between two commits, or against what a nameserver serves",
  declare: (program) =>
    program
      .option("--from <ref>", "the commit to compare with")
      .option("--to <ref>", "with --from: the commit that would be deployed; the working tree without it")
      .option("--against <server>", "ADDRESS or ADDRESS#PORT of a nameserver that lets us transfer its zones")
      .option("--config <file>", "judge by this repository config instead of .github/zonewright.yml")
      .option("--format <format>", formats.join(", "), "text")
      .addHelpText("after", exitCodes),
  async run({ options }, output) {
    const format = chosen("--format", textOf(options.format), formats);
    const [from, to, against] = [textOf(options.from), textOf(options.to), textOf(options.against)];
    refuseUnclear(from, to, against);
    const workspace = await openWorkspace({ paths: [], config: textOf(options.config) });
    if (to === undefined) refuseBare(workspace, "name two commits: --from REF --to REF");
    const after = to === undefined ? workspace.tree : await commitTree(workspace.root, to);
    const before = from === undefined ? undefined : await commitTree(workspace.root, from);
    const { config, cache } = workspace;
    const evaluation = await judge({ before, after, config, cache, texts: against !== undefined }, output);
    refuseNoZones(workspace, evaluation, before);
    if (tellUnreadable(evaluation, after, output)) return EXIT.findings;
    const result = against === undefined ? evaluation.plan : await planAgainst(evaluation, against, output);
    const guards = judgeGuards(result, evaluation.config.plan.guards);
    output.out(renderPlan(result, format, { guards, paint: output.paint }));
    return EXIT.ok;
  },
};

const exitCodes = `
Ends with 0 whether or not there are changes; with 1 where a zone does not parse, since its plan would be wrong; with 2
where it cannot run. A zone that the server refuses to speak of counts as new, and is named on stderr.`;

function refuseUnclear(from: string | undefined, to: string | undefined, against: string | undefined): void {
  if ((from === undefined) === (against === undefined))
    throw new UsageError(
      "planning",
      "it needs to know what to compare with",
      "give either --from REF or --against SERVER",
    );
  if (to !== undefined && against !== undefined)
    throw new UsageError(
      "planning",
      "--to goes with --from; --against is about the working tree",
      "check that commit out first",
    );
}

/** No zones on either side are not "no changes": somebody is in the wrong folder. */
function refuseNoZones(workspace: Workspace, evaluation: Evaluation, before: SourceTree | undefined): void {
  if (evaluation.zones.length + evaluation.configFiles.length > 0) return;
  const paths = before?.files.map(({ path }) => path) ?? [];
  const { config } = evaluation;
  if (zoneFiles(config, paths).zones.length + configFiles(config, paths).length === 0)
    throw noZones(workspace, evaluation);
}

/** A plan of what could be read of a broken file would show the rest as removed. True if there is such a file. */
function tellUnreadable(evaluation: Evaluation, after: SourceTree, output: Output): boolean {
  const broken = [...evaluation.diagnostics, ...evaluation.baseline].filter(
    ({ rule, severity }) =>
      severity === "error" && (Object.hasOwn(parserRules, rule) || unreadable.has(rule)),
  );
  if (broken.length === 0) return false;
  output.note(formatDiagnostics(broken, "text", { source: sourceOf(after) }));
  output.note("zonewright: there is no plan of zones that cannot be read: mend these first");
  return true;
}

const unreadable: ReadonlySet<string> = new Set(["file-refused", "repo-duplicate-zone"]);

async function planAgainst({ zones, config }: Evaluation, against: string, output: Output): Promise<Plan> {
  const server = await readServer("--against", against);
  const wanted: PlannedZone[] = [];
  const served: PlannedZone[] = [];
  for (const [index, { name, view, serial, text = "" }] of zones.entries()) {
    const apex = parseName(name);
    output.progress(`asking ${formatEndpoint(server)} for ${name} (${index + 1} of ${zones.length})`);
    const found = await servedZone(server, apex);
    wanted.push({ zone: withoutSigning(readZoneText(text, apex)), name, view, serial });
    if ("zone" in found) served.push({ zone: found.zone, name, view, serial });
    else output.note(`${name} is new to ${formatEndpoint(server)}: ${found.absent}`);
  }
  return planZones(served, wanted, { critical: config.plan.critical });
}
