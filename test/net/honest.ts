import {
  type AnswerRRset,
  lookup,
  type Message,
  RCODE,
  replyTo,
  type WireRR,
  type Zone,
} from "../../src/dns/index.ts";

/** The answer that a correct server with this zone gives. */
export function honestAnswer(zone: Zone, query: Message): Message {
  const found = lookup(zone, query.question[0]!.name, query.question[0]!.type);
  return {
    ...replyTo(query, { rcode: RCODE[found.rcode], aa: found.authoritative }),
    answer: found.answer.flatMap(records),
    authority: found.authority.flatMap(records),
    additional: found.additional.flatMap(records),
  };
}

function records({ owner, type, ttl, rdata }: AnswerRRset): WireRR[] {
  return rdata.map((octets) => ({ name: owner, type, class: 1, ttl, rdata: octets }));
}
