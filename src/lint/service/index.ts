/** The data of SRV, SVCB, HTTPS and NAPTR. */

export {
  bindings,
  bindingTokens,
  bindingTypes,
  effectiveTarget,
  parameterKeys,
  parameterTokens,
  readBinding,
} from "./binding.ts";
export { type NaptrData, readNaptr, substitutionFault } from "./naptr.ts";
export { readService } from "./srv.ts";
