import type { Diagnostic } from "../diagnostic/index.ts";
import { type ConfigDocument, problem, readDocument } from "./document.ts";
import { guardProblems, toGuards } from "./guards.ts";
import { issueDiagnostics } from "./issue.ts";
import { toLintConfig } from "./lint-config.ts";
import { RawRepositoryConfig } from "./raw/repository.ts";
import { defaultRepositoryConfig, defaultZoneEntry, type RepositoryConfig } from "./repository-config.ts";
import { ruleProblems } from "./rule-problems.ts";
import { templateProblem } from "./zone-name.ts";

export interface RepositoryResult {
  /** Undefined when anything is wrong: a configuration is never half used. */
  readonly config: RepositoryConfig | undefined;
  readonly diagnostics: Diagnostic[];
}

/**
 * Reads a repository's configuration. `file` is its path, for positions. Whatever is wrong is told with rule id
 * "config"; an unknown key is wrong, so that a slip of the pen never switches something off.
 */
export function parseRepositoryConfig(text: string, file: string): RepositoryResult {
  const { document, diagnostics } = readDocument(text, file);
  if (!document) return { config: undefined, diagnostics };
  const raw = RawRepositoryConfig.safeParse(document.value);
  if (!raw.success)
    return {
      config: undefined,
      diagnostics: issueDiagnostics(document, RawRepositoryConfig, raw.error.issues),
    };
  const problems = [
    ...zoneProblems(document, raw.data),
    ...ruleProblems(document, raw.data.lint),
    ...guardProblems(document, raw.data),
  ];
  return problems.length > 0
    ? { config: undefined, diagnostics: problems }
    : { config: toValid(raw.data), diagnostics: [] };
}

/** Every part is taken out by name, so that a new key that nobody reads does not compile. */
function toValid(raw: RawRepositoryConfig): RepositoryConfig {
  const { version, zones, config, checks, data, lint, plan, policy, merge, deploy, ...unread } = raw;
  unread satisfies Record<string, never>;
  const defaults = defaultRepositoryConfig();
  return {
    version,
    zones:
      zones?.map(({ files, name, view, serial, target }) => ({
        files,
        name: name ?? defaultZoneEntry.name,
        view: view ?? defaultZoneEntry.view,
        serial: serial ?? defaultZoneEntry.serial,
        target,
      })) ?? defaults.zones,
    config: config?.map(({ files, schema, target }) => ({ files, schema, target })) ?? defaults.config,
    checks: checks ?? defaults.checks,
    data: data ?? defaults.data,
    lint: toLintConfig(lint),
    plan: { critical: plan?.critical ?? defaults.plan.critical, guards: toGuards(plan?.guards) },
    policy: { approvals: policy?.approvals ?? defaults.policy.approvals },
    merge: { method: merge?.method ?? defaults.merge.method },
    deploy: { branch: deploy?.branch },
  };
}

function zoneProblems(document: ConfigDocument, raw: RawRepositoryConfig): Diagnostic[] {
  return (raw.zones ?? []).flatMap(({ name }, index) => {
    const wrong = name === undefined ? undefined : templateProblem(name);
    return wrong === undefined ? [] : [problem(document.valueSpan(["zones", index, "name"]), wrong)];
  });
}
