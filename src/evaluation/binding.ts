import { fileSpan } from "../base/index.ts";
import { bindingAllows, type ConfigFile, REPOSITORY_CONFIG_FILE } from "../config/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import type { Binding } from "./facts.ts";
import type { LoadedZone } from "./zones.ts";

/** An error for each zone, and each target of configuration files, that the operator did not bind to this repository. */
export function judgeBinding(
  zones: readonly LoadedZone[],
  configFiles: readonly ConfigFile[],
  binding: Binding | undefined,
): Diagnostic[] {
  if (!binding) return [];
  const faulty = (file: string, problem: string | undefined): Diagnostic[] =>
    problem === undefined
      ? []
      : [{ ...fileSpan(file), rule: "binding", severity: "error", message: problem }];
  return [
    ...zones.flatMap(({ name, view, target, file }) =>
      faulty(
        file,
        bindingAllows(binding, name, view)
          ? targetProblem(target, binding)
          : `the operator has not bound ${name} in view "${view}" to this repository: it may deploy ${binding.zones.join(", ")} in view ${binding.views.join(", ")}`,
      ),
    ),
    ...[...new Set(configFiles.map(({ target }) => target))].flatMap((target) =>
      faulty(REPOSITORY_CONFIG_FILE, targetProblem(target, binding)),
    ),
  ];
}

function targetProblem(target: string | undefined, { targets }: Binding): string | undefined {
  if (target === undefined || targets.includes(target)) return undefined;
  return `the operator has not bound target "${target}" to this repository: it may deploy to ${targets.join(", ")}`;
}
