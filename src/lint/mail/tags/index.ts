/** Lists of `tag=value` (RFC 6376 §3.2), which DKIM, DMARC, MTA-STS, TLS reports and BIMI share. */

export { listOf, oneOf, reportTagFaults, type TagForm, type ValueFault, wholeNumber } from "./faults.ts";
export { readTagList, type Tag } from "./list.ts";
export { reportDomains, reportUris } from "./report-uri.ts";
