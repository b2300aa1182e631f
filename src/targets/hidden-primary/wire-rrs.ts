import { type AnswerRRset, CLASS_IN, type Name, nameKey, ttlOf, type WireRR } from "../../dns/index.ts";

/** The records of an RRset for a message; the query name is written the way it was asked (RFC 4343 §4.1). */
export function wireRecords(rrset: AnswerRRset, asked: Name): WireRR[] {
  const name = nameKey(rrset.owner) === nameKey(asked) ? asked : rrset.owner;
  return rrset.rdata.map((rdata, index) => {
    const ttl = ttlOf(rrset, index);
    return { name, type: rrset.type, class: CLASS_IN, ttl, rdata };
  });
}
