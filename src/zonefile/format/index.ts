export { type Formatted, formatZoneFile } from "./format.ts";
