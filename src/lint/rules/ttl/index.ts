import type { Rule } from "../../rule.ts";
import { ttlRrsetMismatch } from "./ttl-rrset-mismatch.ts";

/** Rules on ttl. */
export const ttlRules = [ttlRrsetMismatch] as const satisfies readonly Rule[];
