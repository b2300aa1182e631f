import { InvariantError } from "../../base/index.ts";
import { isAtOrBelow, type Name, nameKey } from "../name.ts";
import { longestName, nameFromWire, nameToWire } from "../name-wire.ts";
import { type RRType, TYPE } from "../type.ts";
import type { Zone } from "../zone/index.ts";
import { descend } from "./descend.ts";
import { Found } from "./found.ts";
import { recordsAt } from "./records.ts";
import type { AnswerRRset, LookupResult } from "./result.ts";

/** Most aliases followed for one question; a longer chain is cut off, as resolvers do. */
const longestChain = 16;

/**
 * What this zone says to a question about a name at or below its apex: RFC 1034 §4.3.2 with the wildcards of RFC 4592,
 * the DNAME of RFC 6672 and the negative answers of RFC 2308. Aliases are followed inside the zone. The one truth for
 * checks, server and verifier.
 *
 * @throws InvariantError if the name is not at or below the apex: which zone to ask is the caller's to know.
 */
export function lookup(zone: Zone, qname: Name, qtype: RRType): LookupResult {
  if (!isAtOrBelow(qname, zone.apex)) {
    throw new InvariantError(`looking up ${qname}`, `the name is outside the zone ${zone.apex}`);
  }
  const answer: AnswerRRset[] = [];
  const chain: Name[] = [];
  for (let name = qname; ; ) {
    chain.push(name);
    const step = lookupOnce(zone, name, qtype);
    for (const rrset of step.answer) if (!answer.some((given) => isSame(given, rrset))) answer.push(rrset);
    const way = { zone, answer, chain };
    if (step.kind === "referral") return new Found("referral", way, step.authority);
    if (step.kind === "answer") return new Found("answer", way, step.answer);
    if (step.kind !== "alias" && step.kind !== "dname") return new Found(step.kind, way);
    const { kind, target } = step;
    if (target === undefined || !isAtOrBelow(target, zone.apex)) return new Found(kind, way, [], { target });
    const key = nameKey(target);
    if (chain.length > longestChain || chain.some((passed) => nameKey(passed) === key))
      return new Found(kind, way);
    name = target;
  }
}

/** Whether two are one RRset: a DNAME can be met more than once on the way. */
function isSame(a: AnswerRRset, b: AnswerRRset): boolean {
  return a.type === b.type && nameKey(a.owner) === nameKey(b.owner);
}

/** One name's part of a lookup, without following aliases. */
type Step =
  | { readonly kind: "answer" | "nodata" | "nxdomain"; readonly answer: readonly AnswerRRset[] }
  | { readonly kind: "referral"; readonly answer: readonly []; readonly authority: readonly AnswerRRset[] }
  /** Without target if the DNAME makes a name that is too long. */
  | {
      readonly kind: "alias" | "dname";
      readonly answer: readonly AnswerRRset[];
      readonly target: Name | undefined;
    };

function lookupOnce(zone: Zone, name: Name, type: RRType): Step {
  const wire = nameToWire(name);
  const landing = descend(zone, wire, type);
  switch (landing.on) {
    case "node":
      return stepAt(zone, wire, name, type);
    case "wildcard":
      return stepAt(zone, landing.wildcard, name, type);
    case "nothing":
      return { kind: "nxdomain", answer: [] };
    case "cut":
      return { kind: "referral", answer: [], authority: [recordsAt(zone, wire, landing.from, TYPE.NS)!] };
    case "dname":
      return substitute(wire, name, type, landing.from, recordsAt(zone, wire, landing.from, TYPE.DNAME)!);
  }
}

/** What the name in `source` (the name itself, or the wildcard that stands in for it) says about `owner`. */
function stepAt(zone: Zone, source: Uint8Array, owner: Name, type: RRType): Step {
  const answer = askedFor(zone, source, owner, type);
  if (answer.length > 0) return { kind: "answer", answer };
  const alias = recordsAt(zone, source, 0, TYPE.CNAME, owner);
  if (alias === undefined) return { kind: "nodata", answer: [] };
  return { kind: "alias", answer: [alias], target: nameFromWire(alias.rdata[0]!).name };
}

function askedFor(zone: Zone, source: Uint8Array, owner: Name, type: RRType): readonly AnswerRRset[] {
  const types =
    type === TYPE.ANY ? [...new Set(zone.rowsWire(source, 0).map((row) => zone.type(row)))] : [type];
  return types
    .map((wanted) => recordsAt(zone, source, 0, wanted, owner))
    .filter((rrset) => rrset !== undefined);
}

/**
 * The DNAME at `from`, and the CNAME it makes for the whole name (RFC 6672 §2.2, §3.1); asked for CNAME, that one is
 * the answer.
 */
function substitute(wire: Uint8Array, name: Name, type: RRType, from: number, dname: AnswerRRset): Step {
  const target = Uint8Array.of(...wire.subarray(0, from), ...dname.rdata[0]!);
  if (target.length > longestName) return { kind: "dname", answer: [dname], target: undefined };
  const answer = [dname, { ...dname, owner: name, type: TYPE.CNAME, rdata: [target] }];
  if (type === TYPE.CNAME || type === TYPE.ANY) return { kind: "answer", answer };
  return { kind: "dname", answer, target: nameFromWire(target).name };
}
