import type { Rule } from "../../rule.ts";
import { genShadow } from "./gen-shadow.ts";
import { rrDuplicate } from "./rr-duplicate.ts";
import { rrRecordSplitByPr } from "./rr-record-split-by-pr.ts";
import { rrSorted } from "./rr-sorted.ts";
import { rrsetExceedsUdp } from "./rrset-exceeds-udp.ts";
import { rrsetTooLarge } from "./rrset-too-large.ts";

/** Rules on RRsets. */
export const rrsetRules = [
  genShadow,
  rrDuplicate,
  rrRecordSplitByPr,
  rrSorted,
  rrsetExceedsUdp,
  rrsetTooLarge,
] as const satisfies readonly Rule[];
