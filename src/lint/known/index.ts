/**
 * Facts about the world outside the zones, as tables: blocks of addresses, reserved names, forms of secrets.
 */

export { claimableHosts, hostFinder } from "./claimable-hosts.ts";
export { isDocumentationName } from "./documentation.ts";
export { isInternalZone } from "./internal-zones.ts";
export { hasPlaceholderLabel, markCharacters, placeholderIn, placeholderInName } from "./placeholders.ts";
export { portability } from "./portability.ts";
export { findSecret } from "./secrets.ts";
export { specialBlockOf, specialRows } from "./special-addresses.ts";
