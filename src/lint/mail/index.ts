/** What mail reads from the DNS: SPF, DKIM keys, and lists of tags such as those of DMARC. */

export { dkimRecords, readDkimKey } from "./dkim/index.ts";
export { placeFor } from "./places.ts";
export {
  type LookupCount,
  LookupCounter,
  mostLookups,
  mostVoidLookups,
  type PlacedTerm,
  readSpf,
  readTerm,
  type SpfTerm,
  type SpfTxt,
  spfRecords,
} from "./spf/index.ts";
export {
  listOf,
  oneOf,
  readTagList,
  reportDomains,
  reportTagFaults,
  reportUris,
  type TagForm,
  type ValueFault,
  wholeNumber,
} from "./tags/index.ts";
