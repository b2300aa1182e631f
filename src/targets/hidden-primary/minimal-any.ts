import { type LookupResult, lookup, type Name, nameKey, TYPE, type Zone } from "../../dns/index.ts";

/** "RFC8482" and "", as HINFO's two character strings. */
const hinfo = Buffer.from("\x07RFC8482\x00", "latin1");
const hinfoTtl = 3600;

/**
 * The answer to type ANY, small on purpose: one made-up HINFO where the name owns anything (RFC 8482 §4.2). Aliases,
 * referrals and names that are not there are answered as for every type.
 */
export function minimalAny(zone: Zone, name: Name): LookupResult {
  const found = lookup(zone, name, TYPE.HINFO);
  const ownsNothing = zone.exists(name) && zone.types(name).length === 0;
  const isHere = found.chain.length === 1 && (found.kind === "answer" || found.kind === "nodata");
  if (!isHere || ownsNothing) return found;
  return {
    ...found,
    kind: "answer",
    answer: [{ owner: nameKey(name), type: TYPE.HINFO, ttl: hinfoTtl, rdata: [hinfo], rows: [] }],
    authority: [],
    additional: [],
  };
}
