import type { TargetKind } from "../../deploy/index.ts";
import { HiddenPrimaryOptions } from "./options.ts";
import { HiddenPrimary } from "./target.ts";

export { HiddenPrimaryOptions };

/** Serves zones by itself, as the primary that secondaries transfer from, in this process. */
export const hiddenPrimary = {
  kind: "hidden-primary",
  summary: "serves the zones itself, as a primary that secondaries transfer from",
  options: HiddenPrimaryOptions,
  open: (id, options, deps) => new HiddenPrimary(id, options, deps),
} as const satisfies TargetKind<"hidden-primary", typeof HiddenPrimaryOptions>;
