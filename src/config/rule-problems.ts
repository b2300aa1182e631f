import { didYouMean } from "../base/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import { type Rule, rules } from "../lint/index.ts";
import { parserRules } from "../zonefile/index.ts";
import { type ConfigDocument, type Path, problem } from "./document.ts";
import { pathText } from "./issue.ts";
import type { RawLint, RawRuleSetting } from "./raw/lint.ts";

/** What is wrong with the settings of rules: no such rule, no such option, or nothing that may be set. */
export function ruleProblems(document: ConfigDocument, lint: RawLint | undefined): Diagnostic[] {
  const places: { path: Path; rules: Readonly<Record<string, RawRuleSetting>> }[] = [
    { path: ["lint", "rules"], rules: lint?.rules ?? {} },
    ...(lint?.overrides ?? []).map((one, index) => ({
      path: ["lint", "overrides", index, "rules"],
      rules: one.rules ?? {},
    })),
  ];
  return places.flatMap((place) =>
    Object.entries(place.rules).flatMap(([id, setting]) =>
      settingProblems(document, [...place.path, id], id, setting),
    ),
  );
}

function settingProblems(
  document: ConfigDocument,
  path: Path,
  id: string,
  setting: RawRuleSetting,
): Diagnostic[] {
  const rule = (rules as readonly Rule[]).find((known) => known.id === id);
  const severity = typeof setting === "string" ? setting : setting.severity;
  const { severity: _, ...options } = typeof setting === "string" ? { severity: setting } : setting;
  const unknown = rule ? undefined : parserRuleProblem(id);
  if (unknown !== undefined) return [problem(document.keySpan(path), unknown)];
  const always = rule?.structural === true && severity !== undefined && severity !== "error";
  return [
    ...(always
      ? [
          problem(
            document.valueSpan(path),
            `${pathText(path)} is always an error: nameservers refuse such a zone or differ on what it says`,
          ),
        ]
      : []),
    ...Object.entries(options).flatMap(([name, value]) => {
      const wrong = optionProblem(rule, id, name, value);
      return wrong === undefined ? [] : [problem(document.keySpan([...path, name]), wrong)];
    }),
  ];
}

function optionProblem(
  rule: Rule | undefined,
  id: string,
  name: string,
  value: number | string | readonly string[],
): string | undefined {
  const options = rule?.options ?? {};
  const known = ["severity", ...Object.keys(options)];
  if (!Object.hasOwn(options, name)) {
    const meant = didYouMean(name, known);
    return `${id} has no option "${name}"${meant ? `: did you mean "${meant}"?` : `; it has: ${known.join(", ")}`}`;
  }
  const wanted = options[name]!.default;
  if (typeof value !== "string" && Array.isArray(value) === Array.isArray(wanted)) return undefined;
  return `${name} of ${id} is ${Array.isArray(wanted) ? "a list of words" : "a number"}: ${options[name]!.summary}`;
}

/** Warnings and notes of the parser may be set, errors may not: the file cannot be served as it is written. */
function parserRuleProblem(id: string): string | undefined {
  if (Object.hasOwn(parserRules, id)) {
    const { severity } = parserRules[id as keyof typeof parserRules];
    return severity === "error"
      ? `"${id}" says that the file cannot be read as written, and cannot be set`
      : undefined;
  }
  const ids = [...rules.map((known) => known.id), ...Object.keys(parserRules)];
  const meant = didYouMean(id, ids);
  return `there is no lint rule "${id}"${meant ? `: did you mean "${meant}"?` : ""}`;
}
