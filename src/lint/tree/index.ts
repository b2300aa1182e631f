/**
 * The names of one zone as a tree, read off their octets: the apex in them, delegations, wildcards, what is new.
 */

export { apexIn, endsInApexTwice, ownersWithApexTwice } from "./apex-place.ts";
export { Cuts, hiddenBy, hidesNames } from "./cuts.ts";
export { topmostNew } from "./new-names.ts";
export { endOfName, isAsterisk, lower } from "./octets.ts";
export { labelAt, type OwnerLabel, ownerLabelsWith, ownersWith } from "./owner-labels.ts";
export { ownerStartsWith } from "./owner-start.ts";
export { hasWildcard, isUnderscored, reachesHosts, Wildcards, wildcardsNow } from "./wildcards.ts";
