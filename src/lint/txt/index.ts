/** TXT records: their strings, where these are written, and the records at underscored names. */

export { TxtRecord } from "./record.ts";
export { stringsOf, textStartsWith } from "./strings.ts";
export { type TxtContext, textsAt } from "./texts-at.ts";
