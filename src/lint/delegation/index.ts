/** The nameservers of a zone and of its delegations: their addresses, glue, and the zones at both ends. */

export { apexChange } from "./apex-change.ts";
export { childAt, cutAbove, type KnownDelegation, knownDelegations, parentZone } from "./delegations.ts";
export { hasNameserverAddress, nameserverKeys, needsGlue } from "./glue.ts";
export { apexNameservers, NameserverSet, nameserverSets } from "./nameservers.ts";
