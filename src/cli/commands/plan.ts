import { UsageError, ZonewrightError } from "../../base/index.ts";
import { parseName } from "../../dns/index.ts";
import { evaluate, type Facts } from "../../evaluation/index.ts";
import { transferZone } from "../../net/index.ts";
import { type Plan, type PlannedZone, planZones, renderPlan } from "../../plan/index.ts";
import { readZoneText } from "../../zonefile/index.ts";
import { type Command, EXIT } from "../command.ts";
import { chosen, textOf } from "../option.ts";
import { commitTree, loadWanted, type SourceTree } from "../source-tree.ts";
import { openWorkspace, type Workspace } from "../workspace.ts";

const formats = ["text", "json", "markdown"] as const;

export const plan: Command = {
  name: "plan",
  summary: "what changes between two commits, or against what a nameserver serves",
  declare: (program) =>
    program
      .option("--from <ref>", "the commit to compare with")
      .option("--to <ref>", "the commit that would be deployed; the working tree without it")
      .option("--against <server>", "ADDRESS or ADDRESS#PORT of a nameserver that lets us transfer its zones")
      .option("--config <file>", "judge by this repository config instead of .github/zonewright.yml")
      .option("--format <format>", formats.join(", "), "text"),
  async run({ options }, output) {
    const format = chosen("--format", String(options.format), formats);
    const [from, against] = [textOf(options.from), textOf(options.against)];
    if ((from === undefined) === (against === undefined)) {
      throw new UsageError(
        "planning",
        "it needs to know what to compare with",
        "give either --from REF or --against SERVER",
      );
    }
    const workspace = await openWorkspace({ paths: [], config: textOf(options.config) });
    const to = textOf(options.to);
    const after = to === undefined ? workspace.tree : await commitTree(workspace.root, to);
    const result =
      from === undefined
        ? await planAgainst(workspace, after, against!)
        : await planFrom(workspace, after, from);
    output.out(renderPlan(result, format));
    return EXIT.ok;
  },
};

async function planFrom(workspace: Workspace, after: SourceTree, from: string): Promise<Plan> {
  const before = await commitTree(workspace.root, from);
  return (await judged(workspace, before, after)).plan;
}

async function planAgainst(workspace: Workspace, after: SourceTree, against: string): Promise<Plan> {
  const [address, port = "53"] = against.split("#", 2);
  const { zones } = await judged(workspace, undefined, after);
  const wanted: PlannedZone[] = [];
  const served: PlannedZone[] = [];
  for (const { name, view, serial, text, file } of zones) {
    if (text === undefined)
      throw new ZonewrightError(`planning ${name}`, `${file} does not parse`, "zonewright check says where");
    const apex = parseName(name);
    wanted.push({ zone: readZoneText(text, apex), name, view, serial });
    const zone = await transferZone({ address: address!, port: Number(port) }, apex, { timeoutMs: 10_000 });
    served.push({ zone, name, view, serial });
  }
  return planZones(served, wanted);
}

async function judged(workspace: Workspace, before: SourceTree | undefined, after: SourceTree) {
  const facts: Facts = {
    now: Date.now(),
    before,
    after,
    rules: "after",
    texts: before === undefined,
    ...(workspace.config ? { repositoryConfig: workspace.config } : {}),
  };
  await loadWanted(facts, before ? [before, after] : [after]);
  return evaluate(facts);
}
