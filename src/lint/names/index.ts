/**
 * What names are, by their form: hosts, internationalised and underscored labels, organisations, RPZ triggers.
 */

export { type HostName, hostNamesWith, hostNameTypes, hostOwnerTypes } from "./host-names.ts";
export { aLabels, latinLookalike, mixedScripts } from "./idn.ts";
export { isSameOrganisation, registeredName } from "./organisation.ts";
export { type AddressTrigger, triggerProblem } from "./rpz-trigger.ts";
export { mistypedUnderscored, unknownLabels } from "./underscored.ts";
