/** The names that records point at: where they are written, and what is wrong with them. */

export { addressInTarget, ownerOfAddress, startsWithDigit } from "./literal.ts";
export { reportAliasTargets, reportTargetsWithoutAddress } from "./reports.ts";
export { targetTokenOf } from "./token.ts";
export { foreignTargets, targetsWith } from "./written.ts";
