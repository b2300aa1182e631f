import { type ExampleZone, type OptionValue, type Rule, ruleFamilies } from "../../../src/lint/index.ts";
import { parserRules } from "../../../src/zonefile/index.ts";
import { parserRuleSections } from "./parser-rules.ts";
import { familyTable, parserRuleTable } from "./tables.ts";

/** docs/rules.md: a table and a section for each family, then what the parser reports. */
export function rulesPage(): string {
  const count = ruleFamilies.reduce((sum, { rules }) => sum + rules.length, 0);
  return [
    "# Rules",
    "",
    `${count} lint rules and ${Object.keys(parserRules).length} of the parser. Made from the rules' own files by \`npm run docs\`; the examples are the tests.`,
    "In an example, `;!` names what is found on its line. [Settings and ignores](lint.md) says how to choose among them.",
    "",
    "A *structural* rule is always an error: where a nameserver would refuse the zone or differ on what it says, nothing",
    "lowers the finding and the zone is not deployed.",
    "",
    ...ruleFamilies.flatMap(({ about, rules }) => [
      `## On ${about}`,
      "",
      familyTable(rules),
      "",
      ...[...rules].sort((a, b) => (a.id < b.id ? -1 : 1)).map(ruleSection),
    ]),
    "## What the parser reports",
    "",
    "These are about one file alone. Errors among them cannot be set: the file cannot be served as written, or servers differ",
    "on what it says. `\\u{…}` in an example stands for a character that is not seen.",
    "",
    parserRuleTable(),
    "",
    ...parserRuleSections(),
  ].join("\n");
}

function ruleSection(rule: Rule): string {
  const facts = [
    rule.severity,
    `set \`${rule.set}\``,
    ...(rule.structural ? ["structural"] : []),
    ...(rule.scope && rule.scope !== "zone" ? [`looks at ${scopes[rule.scope]}`] : []),
    ...(rule.rfc ? [rule.rfc] : []),
  ];
  const options = Object.entries(rule.options ?? {}).map(
    ([name, option]) => `- option \`${name}\` (${defaultText(option.default)}): ${option.summary}`,
  );
  const examples = (kind: string, list: Rule["examples"]["fail"]) =>
    list.flatMap(({ title, zones }) => [
      `${kind}: ${title}`,
      "",
      "```dns",
      ...zones.flatMap((zone) => zoneText(zone)),
      "```",
      "",
    ]);
  return [
    `### ${rule.id}`,
    "",
    `${rule.summary} (${facts.join(", ")})`,
    "",
    rule.explanation,
    "",
    ...(options.length > 0 ? [...options, ""] : []),
    ...examples("Found", rule.examples.fail),
    ...examples("Not found", rule.examples.pass),
  ].join("\n");
}

const scopes = {
  repository: "other zones of the repository",
  change: "what the change does",
  time: "the clock",
} as const;

function zoneText({ origin, view, text, before, includes }: ExampleZone): readonly string[] {
  const name = `${origin}${view ? ` (view ${view})` : ""}`;
  return [
    ...(before === undefined ? [] : [`; ${name}, before`, before.trimEnd()]),
    before === undefined ? `; ${name}` : `; ${name}, now`,
    text.trimEnd(),
    ...Object.entries(includes ?? {}).flatMap(([path, content]) => [`; ${path}`, content.trimEnd()]),
  ];
}

function defaultText(value: OptionValue): string {
  if (typeof value === "number") return `default ${value}`;
  return value.length === 0 ? "a list, empty by default" : `default ${value.join(", ")}`;
}
