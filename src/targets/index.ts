import { hiddenPrimary } from "./hidden-primary/index.ts";

export { HiddenPrimaryOptions } from "./hidden-primary/index.ts";

/** Every kind of target there is; the operator's config is checked against their options. */
export const targetKinds = [hiddenPrimary] as const;
