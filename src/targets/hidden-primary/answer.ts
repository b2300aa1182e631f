import {
  CLASS_IN,
  encodeMessage,
  isMetaType,
  type LookupResult,
  lookup,
  type Message,
  nameKey,
  OPCODE,
  RCODE,
  type RRType,
  replyTo,
  TYPE,
  type WireQuestion,
} from "../../dns/index.ts";
import type { DnsHandler, Peer } from "../../net/index.ts";
import { answerLimit, ownEdns } from "./edns.ts";
import { minimalAny } from "./minimal-any.ts";
import type { PublishedZone, PublishedZones } from "./published.ts";
import { answerTransfer } from "./transfer-out.ts";
import { wireRecords } from "./wire-rrs.ts";

export interface ResponderOptions {
  readonly zones: PublishedZones;
  /** Whether an address is one of the secondaries. */
  readonly isSecondary: (address: string) => boolean;
  /** False: only secondaries are answered, and only about SOA and transfers. */
  readonly answerQueries: boolean;
}

/** Answers what comes in out of the published zones: with authority, or not at all. */
export class Responder implements DnsHandler {
  readonly #options: ResponderOptions;

  constructor(options: ResponderOptions) {
    this.#options = options;
  }

  answer(query: Message, peer: Peer): Uint8Array | AsyncIterable<Uint8Array> | undefined {
    const answer = this.#respond(query, peer);
    if (typeof answer === "number") return encodeMessage(refusal(query, answer));
    if (!("flags" in answer)) return answer;
    return encodeMessage(answer, { limit: answerLimit(query, peer.transport) });
  }

  /** A message, the messages of a transfer, or the code to refuse with. */
  #respond(query: Message, peer: Peer): Message | AsyncIterable<Uint8Array> | number {
    const { opcode } = query.flags;
    if (opcode === OPCODE.NOTIFY) return RCODE.REFUSED;
    if (opcode !== OPCODE.QUERY) return RCODE.NOTIMP;
    const [question, ...others] = query.question;
    if (!question || others.length > 0) return RCODE.FORMERR;
    if (query.edns && query.edns.version > 0) return RCODE.BADVERS;
    if (question.class !== CLASS_IN) return RCODE.REFUSED;
    if (question.type === TYPE.AXFR || question.type === TYPE.IXFR)
      return this.#transfer(query, question, peer);
    if (isMetaType(question.type) && question.type !== TYPE.ANY) return RCODE.NOTIMP;
    const published = this.#options.zones.closest(question.name, question.type);
    if (!published || !this.#mayAsk(question, published, peer)) return RCODE.REFUSED;
    return this.#lookup(query, question, published);
  }

  #mayAsk(question: WireQuestion, published: PublishedZone, peer: Peer): boolean {
    if (this.#options.answerQueries) return true;
    const aboutSoa = question.type === TYPE.SOA && nameKey(question.name) === published.zone.apex;
    return aboutSoa && this.#options.isSecondary(peer.address);
  }

  #transfer(
    query: Message,
    question: WireQuestion,
    peer: Peer,
  ): Message | AsyncIterable<Uint8Array> | number {
    if (!this.#options.isSecondary(peer.address)) return RCODE.REFUSED;
    const published = this.#options.zones.get(question.name);
    return published ? answerTransfer(query, question.type, published, peer.transport) : RCODE.NOTAUTH;
  }

  #lookup(query: Message, { name, type }: WireQuestion, { zone }: PublishedZone): Message {
    const found: LookupResult =
      type === TYPE.ANY ? minimalAny(zone, name) : lookup(zone, name, type as RRType);
    const edns = ownEdns(query);
    return {
      ...replyTo(query, { rcode: RCODE[found.rcode], aa: found.authoritative, ...(edns && { edns }) }),
      answer: found.answer.flatMap((rrset) => wireRecords(rrset, name)),
      authority: found.authority.flatMap((rrset) => wireRecords(rrset, name)),
      additional: found.additional.flatMap((rrset) => wireRecords(rrset, name)),
    };
  }
}

/** A refusal repeats the question, so that the asker can tell what it is about; several are not worth it. */
function refusal(query: Message, rcode: number): Message {
  const edns = ownEdns(query);
  const question = query.question.length === 1 ? query.question : [];
  return { ...replyTo(query, { rcode, ...(edns && { edns }) }), question };
}
