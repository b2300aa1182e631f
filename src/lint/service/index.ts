export {
  bindings,
  bindingTokens,
  bindingTypes,
  effectiveTarget,
  parameterKeys,
  parameterTokens,
  readBinding,
  type ServiceBinding,
} from "./binding.ts";
export { type NaptrData, readNaptr, substitutionFault } from "./naptr.ts";
export { readService, type ServiceData } from "./srv.ts";
