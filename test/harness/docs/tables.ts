import { assertionKinds } from "../../../src/checks/index.ts";
import { createProgram, loadCommands } from "../../../src/cli/index.ts";
import { rdataCodecs } from "../../../src/dns/index.ts";
import { appPermissions, handledEvents } from "../../../src/github/index.ts";
import { type Rule, ruleFamilies } from "../../../src/lint/index.ts";
import { defaultGuards, riskClasses } from "../../../src/plan/index.ts";
import { targetKinds } from "../../../src/targets/index.ts";
import { type ParserRule, parserRules } from "../../../src/zonefile/index.ts";

const commands = await loadCommands();

/** A Markdown table; cells are text, pipes in them are escaped. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\|/g, "\\|")).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

/** Every command with what it is for, its arguments and options. */
export function commandTable(): string {
  const silent = {
    out: () => undefined,
    note: () => undefined,
    progress: () => undefined,
    finish: async () => undefined,
    colour: false,
    paint: undefined as never,
  };
  const program = createProgram(commands, silent, () => undefined);
  return table(
    ["command", "what it does", "options"],
    program.commands.map((command) => [
      `\`zonewright ${[command.name(), command.usage().replace("[options] ", "").replace("[options]", "")].join(" ").trim()}\``,
      command.description(),
      command.options.map((option) => `\`${option.flags}\``).join(" "),
    ]),
  );
}

/** Record types that are read, checked and written in their own form. */
export function typeTable(): string {
  const names = rdataCodecs.map(({ mnemonic }) => mnemonic).sort();
  return `${names.map((name) => `\`${name}\``).join(" ")}\n\nAny other type is taken in its generic form (RFC 3597): \`TYPE65280 \\# 4 0a000001\`.`;
}

/** How many lint rules there are about what; each of them stands on the rules' page. */
export function ruleTable(): string {
  const count = (rules: readonly Rule[], severity: string) =>
    String(rules.filter((rule) => rule.severity === severity).length);
  return table(
    ["about", "errors", "warnings", "notes", "such as"],
    ruleFamilies.map(({ about, rules }) => [
      `[${about}](docs/rules.md#on-${about.toLowerCase().replaceAll(" ", "-")})`,
      count(rules, "error"),
      count(rules, "warning"),
      count(rules, "info"),
      rules
        .filter(({ set, severity }) => set === "recommended" && severity !== "info")
        .slice(0, 3)
        .map(({ id }) => `[\`${id}\`](docs/rules.md#${id})`)
        .join(", "),
    ]),
  );
}

/** The rules of one family, in the order of their ids. */
export function familyTable(rules: readonly Rule[]): string {
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  return table(
    ["rule", "severity", "set", "catches", "source"],
    sorted.map(({ id, severity, set, structural, summary, rfc }) => [
      `[\`${id}\`](#${id})`,
      structural ? `${severity}, structural` : severity,
      set,
      summary,
      rfc ?? "",
    ]),
  );
}

/** Classes of risk, and what each guards by default. */
export function riskTable(): string {
  return table(
    ["class", "what it is", "guarded by default"],
    riskClasses.map(({ id, title, summary }) => [
      `\`${id}\` (${title})`,
      summary,
      id in defaultGuards ? "yes" : "",
    ]),
  );
}

/** What the parser itself reports. */
export function parserRuleTable(): string {
  const entries = Object.entries(parserRules).sort(([a], [b]) => (a < b ? -1 : 1));
  return table(
    ["rule", "severity", "set", "catches", "source"],
    entries.map(([id, rule]) => [
      `[\`${id}\`](#${id})`,
      rule.severity,
      "set" in rule ? rule.set : "recommended",
      rule.summary,
      sourceOf(rule) ?? "",
    ]),
  );
}

/** Where it is written what a rule of the parser holds a file to, if it is written. */
export function sourceOf(rule: (typeof parserRules)[ParserRule]): string | undefined {
  return "rfc" in rule ? `RFC ${rule.rfc}` : "source" in rule ? rule.source : undefined;
}

/** Every kind of assertion with an example, one line of it under the other. */
export function assertionTable(): string {
  return table(
    ["assertion", "holds where", "example"],
    assertionKinds.map(({ kind, summary, example }) => [
      `\`${kind}\``,
      summary,
      example.trim().split("\n").map(lineInCell).join("<br>"),
    ]),
  );
}

/** A line of YAML, its indentation kept. */
function lineInCell(line: string): string {
  const text = line.trimStart();
  return `${"&nbsp;".repeat(line.length - text.length)}\`${text}\``;
}

export function targetTable(): string {
  return table(
    ["kind", "what it does"],
    targetKinds.map(({ kind, summary }) => [`\`${kind}\``, summary]),
  );
}

export function permissionTable(): string {
  return table(
    ["permission", "access", "events that need it"],
    Object.entries(appPermissions).map(([name, access]) => [
      `\`${name}\``,
      access,
      handledEvents
        .filter((event) => event.needs === name)
        .map((event) => `\`${event.name}\``)
        .join(", "),
    ]),
  );
}
