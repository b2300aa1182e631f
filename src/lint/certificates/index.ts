/** The data of CAA, TLSA and SMIMEA: who may issue certificates, and which are right. */

export { type Association, readAssociation, tlsaOwner } from "./association.ts";
export {
  type CaaData,
  caaTags,
  caaTokens,
  caaValuePlace,
  issuerOf,
  issuerTags,
  readCaa,
} from "./caa-data.ts";
export { contactFault, issuerFaults } from "./caa-value.ts";
