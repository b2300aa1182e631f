import type { Rule } from "../../rule.ts";
import { ttlChangeOrder } from "./ttl-change-order.ts";
import { ttlCnameLtTarget } from "./ttl-cname-lt-target.ts";
import { ttlHigh } from "./ttl-high.ts";
import { ttlLow } from "./ttl-low.ts";
import { ttlNegativeVsNew } from "./ttl-negative-vs-new.ts";
import { ttlRrsetMismatch } from "./ttl-rrset-mismatch.ts";

/** Rules on TTLs. */
export const ttlRules = [
  ttlChangeOrder,
  ttlCnameLtTarget,
  ttlHigh,
  ttlLow,
  ttlNegativeVsNew,
  ttlRrsetMismatch,
] as const satisfies readonly Rule[];
