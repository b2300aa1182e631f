import type { ParserRule } from "../../zonefile/index.ts";
import type { Server } from "../rule.ts";

/**
 * What the parser says that is no fault of the zone, but that some servers refuse or read otherwise than it, by rule id:
 * the servers it concerns (BIND 9.18, Knot 3.2, NSD 4.6 and PowerDNS 4.7 were asked; NSD from 4.11 on goes back to the
 * `$TTL` of before an included file).
 */
export const portability: Partial<Record<ParserRule, readonly Server[]>> = {
  "enc-crlf": ["knot"],
  "syn-nested-paren": ["knot", "nsd", "powerdns"],
  "syn-leading-paren": ["knot", "nsd", "powerdns"],
  "syn-adjacent-quote": ["knot"],
  "syn-flag-names": ["knot", "nsd", "powerdns"],
  "ttl-rfc1035-inherit": ["knot", "nsd"],
  "dir-include-base": ["bind", "nsd", "powerdns"],
  "dir-include-ttl-leak": ["knot", "nsd"],
  "dir-include-owner-leak": ["nsd", "powerdns"],
  "dir-origin-relative": ["knot", "nsd", "powerdns"],
  "dir-date": ["knot", "nsd", "powerdns"],
  "gen-unportable": ["knot", "nsd"],
};
