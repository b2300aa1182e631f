export { type CaaData, caaTags, caaTokens, caaValuePlace, issuerOf, issuerTags, readCaa } from "./data.ts";
export { type CaaValueFault, contactFault, issuerFaults } from "./value.ts";
