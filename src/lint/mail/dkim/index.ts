/** DKIM key records (RFC 6376 §3.6.1). */

export { readDkimKey } from "./key.ts";
export { dkimRecords } from "./records.ts";
