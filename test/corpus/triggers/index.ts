import { kzonecheck } from "./kzonecheck.ts";
import { namedCheckzone } from "./named-checkzone.ts";
import { nsdCheckzone } from "./nsd-checkzone.ts";
import type { Trigger } from "./trigger.ts";
import { validns } from "./validns.ts";

/** What each tool looks for in unsigned zones, by the tool's name; each zone makes that tool speak. */
export const triggersOf: Readonly<Record<string, readonly Trigger[]>> = {
  "named-checkzone": namedCheckzone,
  kzonecheck,
  "nsd-checkzone": nsdCheckzone,
  validns,
};
