import type { parserRules } from "../zonefile/index.ts";
import type { Server } from "./rule.ts";

/**
 * What the parser says that is no fault of the zone, but that some servers do not take as written, by rule id: the
 * servers it concerns (BIND 9.18, Knot 3.2, NSD 4.6 and PowerDNS 4.7 were asked).
 */
export const portability: Partial<Record<keyof typeof parserRules, readonly Server[]>> = {
  "enc-crlf": ["knot"],
  "syn-nested-paren": ["knot", "nsd"],
  "syn-adjacent-quote": ["knot"],
  "dir-origin-relative": ["knot", "nsd", "powerdns"],
  "dir-date": ["knot", "nsd", "powerdns"],
  "gen-unportable": ["knot", "nsd"],
};
