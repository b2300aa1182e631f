import type { Evaluation } from "../evaluation/index.ts";
import { rules } from "../lint/index.ts";
import { parserRules } from "../zonefile/index.ts";

/** Rules that are neither the parser's nor lint's: about files, config and what may be deployed. */
const otherRules: Record<string, string> = {
  binding: "A zone that the operator has not bound to this repository.",
  "check-file": "A file of checks that cannot be used.",
  config: "Configuration that is wrong, or a file whose place in it is.",
  document: "A YAML or JSON file that cannot be read as such.",
  "file-refused": "A file that is not read, whatever is in it.",
  "ignore-invalid": "A comment that asks to ignore what cannot be ignored, or says no reason.",
  "ignore-unused": "A comment that asks to ignore what is not there.",
  "repo-duplicate-zone": "Several files for one zone.",
  schema: "A file that does not fit its JSON Schema.",
  "schema-file": "A JSON Schema that cannot be used.",
};

/** What each rule is about, in one line; a check's own name for the rules `check/<slug>`. */
export function ruleSummaries({ checks }: Evaluation): (rule: string) => string | undefined {
  const known = new Map<string, string>([
    ...Object.entries(otherRules),
    ...Object.entries(parserRules).map(([id, { summary }]) => [id, summary] as const),
    ...rules.map(({ id, summary }) => [id, summary] as const),
    ...checks.map(({ slug, name }) => [`check/${slug}`, name] as const),
  ]);
  return (rule) => known.get(rule);
}
