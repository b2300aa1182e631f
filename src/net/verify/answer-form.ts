import {
  type AnswerRRset,
  canonicalRdata,
  type LookupResult,
  type Message,
  type Name,
  nameKey,
  RCODE,
  type RRType,
  rcodeName,
  TYPE,
  ttlOf,
} from "../../dns/index.ts";
import { isSignersOwn } from "./questions.ts";
import { cutOf } from "./referral.ts";

/** A record as verification sees it. */
export interface SeenRecord {
  readonly type: RRType;
  readonly ttl: number;
  readonly rdata: Uint8Array;
}

/**
 * What an answer says, reduced to what every correct server says alike: how it ends, and the records owned by the query
 * name. Records of aliases' targets and the additional section are up to the server.
 */
export interface AnswerForm {
  /** "NOERROR", "NXDOMAIN", "a referral at sub.example.", "SERVFAIL" … */
  readonly status: string;
  readonly records: readonly SeenRecord[];
  /** True where the code speaks about an alias target that another zone answers for, and may be NXDOMAIN as well. */
  readonly codeOfElsewhere: boolean;
}

/** What a server with this content says. */
export function expectedForm(found: LookupResult, name: Name): AnswerForm {
  const cut = cutOf(found);
  if (cut) {
    const glue = found.additional.filter(({ owner, type }) => nameKey(owner) === name && isAddress(type));
    return referral(cut, [...found.authority, ...glue].flatMap(recordsOf));
  }
  return {
    status: found.rcode,
    records: found.answer.filter(({ owner }) => nameKey(owner) === name).flatMap(recordsOf),
    codeOfElsewhere: found.leaves !== undefined || found.kind === "referral",
  };
}

/** What a server said. */
export function foundForm(reply: Message, name: Name): AnswerForm {
  const { rcode, aa } = reply.flags;
  const cut = reply.authority.find(({ type }) => type === TYPE.NS)?.name;
  if (!aa && rcode === RCODE.NOERROR && reply.answer.length === 0 && cut !== undefined) {
    const ns = reply.authority.filter(
      (record) => record.type === TYPE.NS && nameKey(record.name) === nameKey(cut),
    );
    const glue = reply.additional.filter((record) => nameKey(record.name) === name && isAddress(record.type));
    return referral(cut, [...ns, ...glue]);
  }
  return {
    status: aa || rcode !== RCODE.NOERROR ? rcodeName(rcode) : "an answer without authority",
    records: reply.answer.filter((record) => nameKey(record.name) === name && !isSignersOwn(record.type)),
    codeOfElsewhere: false,
  };
}

/** Whether a server said what was expected: order and the case of names in RDATA do not count, TTLs do. */
export function isSameForm(expected: AnswerForm, found: AnswerForm): boolean {
  const sameStatus =
    found.status === expected.status ||
    (expected.codeOfElsewhere && expected.status === "NOERROR" && found.status === "NXDOMAIN");
  return sameStatus && sameSet(expected.records.map(recordKey), found.records.map(recordKey));
}

function referral(cut: Name, records: readonly SeenRecord[]): AnswerForm {
  return { status: `a referral at ${nameKey(cut)}`, records, codeOfElsewhere: false };
}

function recordsOf(rrset: AnswerRRset): SeenRecord[] {
  return rrset.rdata.map((rdata, index) => ({ type: rrset.type, ttl: ttlOf(rrset, index), rdata }));
}

function isAddress(type: RRType): boolean {
  return type === TYPE.A || type === TYPE.AAAA;
}

function recordKey({ type, ttl, rdata }: SeenRecord): string {
  const octets = Buffer.from(canonical(type, rdata));
  // A signing server counts serials of its own; the serial is judged apart, by RFC 1982.
  if (type === TYPE.SOA && octets.length >= 22) octets.fill(0, octets.length - 20, octets.length - 16);
  return `${type} ${ttl} ${octets.toString("hex")}`;
}

/** RDATA of a nameserver may be no RDATA of its type; then it is compared as it is. */
function canonical(type: RRType, rdata: Uint8Array): Uint8Array {
  try {
    return canonicalRdata(type, rdata);
  } catch {
    return rdata;
  }
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const left = new Set(a);
  const right = new Set(b);
  return left.size === right.size && [...left].every((key) => right.has(key));
}
