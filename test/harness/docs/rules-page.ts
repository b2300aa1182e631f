import { type Rule, rules } from "../../../src/lint/index.ts";
import { parserRuleTable } from "./tables.ts";

/** docs/rules.md: a section for each lint rule, then what the parser reports. */
export function rulesPage(): string {
  const sorted: readonly Rule[] = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    "# Rules",
    "",
    "Made from the rules' own files by `npm run docs`; the examples are the tests. In an example, `;!` names what is found on its line.",
    "",
    "A rule's severity is set in `.github/zonewright.yml` under `lint.rules`, except for structural ones: where a",
    "nameserver would refuse the zone or differ on what it says, nothing lowers the finding and the zone is not deployed.",
    "",
    ...sorted.map(ruleSection),
    "## What the parser reports",
    "",
    "These are about one file alone. They cannot be set: an error among them means that the file cannot be served as written.",
    "",
    parserRuleTable(),
    "",
  ].join("\n");
}

function ruleSection(rule: Rule): string {
  const facts = [
    rule.severity,
    `set \`${rule.set}\``,
    ...(rule.structural ? ["structural"] : []),
    ...(rule.rfc ? [rule.rfc] : []),
  ];
  const examples = (kind: string, list: Rule["examples"]["fail"]) =>
    list.flatMap(({ title, zones }) => [
      `${kind}: ${title}`,
      "",
      "```dns",
      ...zones.map(
        (zone) => `; ${zone.origin}${zone.view ? ` (view ${zone.view})` : ""}\n${zone.text.trimEnd()}`,
      ),
      "```",
      "",
    ]);
  return [
    `## ${rule.id}`,
    "",
    `${rule.summary} (${facts.join(", ")})`,
    "",
    rule.explanation,
    "",
    ...examples("Found", rule.examples.fail),
    ...examples("Not found", rule.examples.pass),
  ].join("\n");
}
