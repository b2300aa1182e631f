/** Records of a zone taken together: by owner, by size, by TTL, by data that is the same but for its case. */

export { byOwner, countByOwner, firstOfEachOwner, sharedOwners } from "./by-owner.ts";
export { caseTwins } from "./case-twins.ts";
export { largeOwners, octetsOf, setsAt } from "./large-owners.ts";
export { oddTtls } from "./odd-ttls.ts";
export { rdataOctet } from "./rdata-octet.ts";
export { setsOfSeveralTtls } from "./several-ttls.ts";
