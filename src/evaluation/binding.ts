import { fileSpan } from "../base/index.ts";
import { bindingAllows } from "../config/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import type { Binding } from "./facts.ts";
import type { LoadedZone } from "./zones.ts";

/** An error for each zone that the operator did not bind to this repository. */
export function judgeBinding(zones: readonly LoadedZone[], binding: Binding | undefined): Diagnostic[] {
  if (!binding) return [];
  return zones.flatMap(({ name, view, target, file }): Diagnostic[] => {
    const problem = !bindingAllows(binding, name, view)
      ? `the operator has not bound ${name} in view "${view}" to this repository: it may deploy ${binding.zones.join(", ")} in view ${binding.views.join(", ")}`
      : target !== undefined && !binding.targets.includes(target)
        ? `the operator has not bound target "${target}" to this repository: it may deploy to ${binding.targets.join(", ")}`
        : undefined;
    return problem === undefined
      ? []
      : [{ ...fileSpan(file), rule: "binding", severity: "error", message: problem }];
  });
}
