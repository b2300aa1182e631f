export {
  listOf,
  oneOf,
  reportTagFaults,
  shown,
  type TagForm,
  type ValueFault,
  wholeNumber,
} from "./faults.ts";
export { readTagList, type Tag } from "./list.ts";
export { reportDomains, reportUris } from "./report-uri.ts";
