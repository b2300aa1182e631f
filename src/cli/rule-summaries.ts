import type { Evaluation } from "../evaluation/index.ts";
import { rules } from "../lint/index.ts";
import { parserRules } from "../zonefile/index.ts";

/** Rules that are neither the parser's nor lint's: about files, config and what may be deployed. */
const otherRules: Record<string, string> = {
  "check-file": "a file of checks that cannot be used",
  config: "the configuration or a file's place in it is wrong",
  "file-refused": "a file that is not read, whatever is in it",
  "repo-duplicate-zone": "several files for one zone",
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
