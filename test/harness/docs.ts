// Writes what of the documentation comes from the code; `--check` says what is out of date instead, and fails.
// `--demo` runs the demo as well and puts its output in; a test compares it with what the demo says.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { FIXED } from "../golden/golden-files.ts";
import { DEMO_BLOCK } from "./docs/demo-output.ts";
import {
  goldenAnnotations,
  goldenCheckRun,
  goldenComment,
  goldenSuggestion,
} from "./docs/golden-sections.ts";
import { rulesPage } from "./docs/rules-page.ts";
import {
  assertionTable,
  commandTable,
  permissionTable,
  riskTable,
  ruleTable,
  targetTable,
  typeTable,
} from "./docs/tables.ts";

/** Between `<!-- generated: NAME -->` and `<!-- end -->` of README.md and the guides. */
const sections: Readonly<Record<string, () => string>> = {
  commands: commandTable,
  types: typeTable,
  rules: ruleTable,
  risks: riskTable,
  assertions: assertionTable,
  targets: targetTable,
  permissions: permissionTable,
  "blocked comment": () => goldenComment("typo"),
  "waiting comment": () => goldenComment("typo", FIXED),
  "dangling comment": () => goldenComment("dangling"),
  "mail check run": () => goldenCheckRun("mail"),
  "mail annotations": () => goldenAnnotations("mail"),
  "delegation suggestion": () => goldenSuggestion("delegation"),
  "removal comment": () => goldenComment("removal"),
};

const used = new Set<string>();
const stale = [
  write("README.md", filled(withDemo(readFileSync("README.md", "utf8")))),
  ...guides().map((path) => write(path, filled(readFileSync(path, "utf8")))),
  write("docs/rules.md", rulesPage()),
].filter((path) => path !== undefined);
const unused = Object.keys(sections).filter((name) => !used.has(name));
if (unused.length > 0) throw new Error(`no guide has a place for: ${unused.join(", ")}`);
if (stale.length > 0 && process.argv.includes("--check")) {
  console.error(`out of date: ${stale.join(", ")}; npm run docs writes them`);
  process.exitCode = 1;
}

/** The guides but for the page that is made from the rules as a whole. */
function guides(): readonly string[] {
  const names = readdirSync("docs").filter((name) => name.endsWith(".md") && name !== "rules.md");
  return names.map((name) => `docs/${name}`);
}

function filled(text: string): string {
  return text.replace(/<!-- generated: (.+?) -->\n[\s\S]*?<!-- end -->/g, (_whole, name: string) => {
    const section = sections[name];
    if (section === undefined) throw new Error(`a guide asks for a section "${name}" that nothing makes`);
    used.add(name);
    return `<!-- generated: ${name} -->\n${section()}\n<!-- end -->`;
  });
}

function withDemo(text: string): string {
  if (!process.argv.includes("--demo")) return text;
  const { stdout, status } = spawnSync(process.execPath, ["src/main.ts", "demo", "--once"], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the demo went wrong:\n${stdout}`);
  return text.replace(
    DEMO_BLOCK,
    (_whole, open: string, _old: string, close: string) => `${open}${stdout.trim()}\n${close}`,
  );
}

/** The path if the file was not as it should be; written unless only checking. */
function write(path: string, content: string): string | undefined {
  if (existsSync(path) && readFileSync(path, "utf8") === content) return undefined;
  if (!process.argv.includes("--check")) writeFileSync(path, content);
  return path;
}
