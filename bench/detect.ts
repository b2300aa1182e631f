import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { triggersOf } from "../test/corpus/triggers/index.ts";
import { signedTriggers } from "../test/corpus/triggers/signed.ts";
import { askAll, type Heard } from "./detect/ask-all.ts";
import { ruleTriggers } from "./detect/examples.ts";
import { Signer } from "./detect/sign.ts";
import { type Answer, type Installed, installedTools, type Verdict } from "./detect/tools.ts";
import { table } from "./table.ts";

/** A line of a table: what is wrong with a zone, and what everybody says of it. */
interface Row {
  readonly title: string;
  readonly rule: string;
  readonly heard: Heard;
}

const ABOUT =
  "One zone for each thing that can be wrong with a zone, given to every checker with all its checks on that need no " +
  "network: `error` is a zone refused (exit status), `warning` one that is spoken of, – is silence, and ? a record or directive that the checker does not " +
  "know, so that it judges nothing. Of ours it is what " +
  "the rule named says, with the set `all`. Made by `npm run bench -- detect`; test/conformance/detection.test.ts holds " +
  "Zonewright to it.";

/** What everybody says of all triggers: those of each other checker, and those of our rules. */
interface Heardings {
  readonly theirs: readonly { readonly about: string; readonly rows: readonly Row[] }[];
  readonly own: readonly Row[];
  /** Rules that need more than one zone. */
  readonly wider: readonly string[];
}

/** Runs every checker on every trigger zone and writes bench/results/detect.md. Throws where one of our rules misses its own. */
export async function benchDetect(): Promise<void> {
  const { installed, missing } = installedTools();
  for (const line of missing) console.log(line);
  const { rows: own, wider } = ownRows(installed);
  const heardings = { theirs: theirRows(installed), own, wider };
  const page = [
    "# What the checkers of zones find",
    ABOUT,
    [
      ...installed.map(({ version, command }) => `- ${version}: \`${command}\``),
      ...missing.map((line) => `- ${line}`),
    ].join("\n"),
    ...sections(heardings, installed),
  ].join("\n\n");
  const results = fileURLToPath(new URL("results/", import.meta.url));
  mkdirSync(results, { recursive: true });
  writeFileSync(`${results}detect.md`, `${page}\n`);
  console.log(page);
  const missed = rowsOf(heardings)
    .filter(({ heard }) => heard.ours === undefined)
    .map(({ rule, title }) => `${rule}: ${title}`);
  if (missed.length > 0) throw new Error(`Zonewright misses:\n${missed.join("\n")}`);
}

function sections(heardings: Heardings, installed: readonly Installed[]): string[] {
  const { theirs, own, wider } = heardings;
  const shared = new Set(
    rowsOf(heardings)
      .filter(({ heard }) => isFoundByOthers(heard))
      .map(({ rule }) => rule),
  );
  const onlyHere = own.filter(({ rule }) => !shared.has(rule)).map(({ rule }) => rule);
  return [
    counts(
      theirs.flatMap(({ rows }) => rows),
      own,
      installed,
    ),
    `## What only Zonewright finds\n\n${onlyHere.length} of its rules find what no other speaks of: ${inCode(onlyHere)}.`,
    `${wider.length} more look at several zones of a repository, at what a change does, or at the files beside a zone, which ` +
      `no other can be asked: ${inCode(wider)}.`,
    ...theirs.map(({ about, rows }) => `## ${about}\n\n${rowTable("looks for", rows, installed)}`),
    `## What our rules look for\n\n${rowTable("", own, installed)}`,
  ];
}

/** How many zones everybody finds something in. */
function counts(theirs: readonly Row[], own: readonly Row[], installed: readonly Installed[]): string {
  const both = [theirs, own];
  const line = (title: string, test: (row: Row) => boolean) => [
    title,
    ...both.map((rows) => String(rows.filter(test).length)),
  ];
  return table(
    ["", "what they look for", "what our rules look for"],
    [
      line("zones", () => true),
      line("Zonewright finds", ({ heard }) => heard.ours !== undefined),
      ...installed.map(({ name }) =>
        line(`${name} finds`, ({ heard }) => isFinding(heard.answers.get(name)!)),
      ),
    ],
  );
}

function rowsOf({ theirs, own }: Heardings): readonly Row[] {
  return [...theirs.flatMap(({ rows }) => rows), ...own];
}

function inCode(ids: readonly string[]): string {
  return ids.map((id) => `\`${id}\``).join(", ");
}

const cells: Readonly<Record<Verdict, string>> = {
  error: "error",
  warning: "warning",
  silent: "–",
  unread: "?",
};

function theirRows(installed: readonly Installed[]): { about: string; rows: Row[] }[] {
  const sections = Object.entries(triggersOf).map(([tool, triggers]) => ({
    about: `What ${tool} looks for`,
    rows: triggers.map((trigger) => ({
      title: trigger.check,
      rule: trigger.rule,
      heard: askAll({ ...trigger, signed: false, now: Date.now() }, installed),
    })),
  }));
  using signer = new Signer();
  const signed = signedTriggers.map((trigger) => ({
    title: trigger.check,
    rule: trigger.rule,
    heard: askAll({ ...signer.sign(trigger), signed: true, now: Date.now() }, installed),
  }));
  return [...sections, { about: "What they look for in signed zones", rows: signed }];
}

function ownRows(installed: readonly Installed[]): { rows: Row[]; wider: string[] } {
  const { triggers, wider } = ruleTriggers();
  const rows = triggers.map((trigger) => ({
    title: trigger.rule,
    rule: trigger.rule,
    heard: askAll({ ...trigger, signed: false }, installed),
  }));
  return { rows, wider };
}

function isFoundByOthers({ answers }: Heard): boolean {
  return [...answers.values()].some(isFinding);
}

function isFinding({ verdict }: Answer): boolean {
  return verdict === "error" || verdict === "warning";
}

function rowTable(what: string, rows: readonly Row[], installed: readonly Installed[]): string {
  const own = what === "" ? ["rule"] : [what, "our rule"];
  return table(
    [...own, "zonewright", ...installed.map(({ name }) => name)],
    rows.map(({ title, rule, heard }) => [
      ...(what === "" ? [] : [title.replaceAll("|", "\\|")]),
      `\`${rule}\``,
      heard.ours ?? "MISSED",
      ...installed.map(({ name }) => {
        const { verdict } = heard.answers.get(name)!;
        return cells[verdict];
      }),
    ]),
  );
}
