import { TransientError, ZonewrightError } from "../base/index.ts";
import {
  CLASS_IN,
  decodeMessage,
  encodeMessage,
  isAtOrBelow,
  type Message,
  MessageError,
  type Name,
  nameKey,
  queryMessage,
  RCODE,
  RdataError,
  rcodeName,
  TYPE,
  type WireRR,
  type Zone,
  ZoneBuilder,
} from "../dns/index.ts";
import { type Endpoint, formatEndpoint } from "./endpoint.ts";
import { isReplyTo, randomId } from "./match.ts";
import { soaSerial } from "./soa.ts";
import { openTcp } from "./tcp.ts";
import type { AskOptions } from "./udp.ts";

export interface TransferOptions extends AskOptions {
  /** Most records taken; 5,000,000 unless told. */
  readonly maxRecords?: number;
  /** Most octets of messages taken; 1 GiB unless told. */
  readonly maxOctets?: number;
  /** How long the whole transfer may take, in milliseconds; 10 minutes unless told. */
  readonly totalMs?: number;
}

/**
 * Fetches a whole zone (AXFR, RFC 5936). `timeoutMs` bounds each silence, not the whole. Throws ZonewrightError where the
 * server refuses, sends what is no transfer of this zone, or more than is allowed; TransientError on network faults.
 */
export async function transferZone(endpoint: Endpoint, apex: Name, options: TransferOptions): Promise<Zone> {
  const doing = `transferring ${apex} from ${formatEndpoint(endpoint)}`;
  const query = queryMessage(apex, TYPE.AXFR, { id: randomId() });
  const transfer = new IncomingTransfer(apex, doing, options);
  const conversation = await openTcp(endpoint, { totalMs: 600_000, ...options });
  try {
    conversation.send([encodeMessage(query)]);
    for await (const octets of conversation.messages()) {
      transfer.take(query, octets);
      if (transfer.zone) return transfer.zone;
    }
  } catch (error) {
    const bad = error instanceof MessageError || error instanceof RdataError;
    throw bad ? new ZonewrightError(doing, error.message, undefined, { cause: error }) : error;
  } finally {
    conversation.close();
  }
  throw new TransientError(doing, "the connection ended before the transfer did");
}

/** A transfer as far as it has come: the SOA, then everything else, then the SOA again. */
class IncomingTransfer {
  readonly #apex: Name;
  readonly #doing: string;
  readonly #builder: ZoneBuilder;
  readonly #maxRecords: number;
  readonly #maxOctets: number;
  #soa: WireRR | undefined;
  #records = 0;
  #octets = 0;
  #messages = 0;
  zone: Zone | undefined;

  constructor(apex: Name, doing: string, options: TransferOptions) {
    this.#apex = nameKey(apex);
    this.#doing = doing;
    this.#builder = new ZoneBuilder(this.#apex);
    this.#maxRecords = options.maxRecords ?? 5_000_000;
    this.#maxOctets = options.maxOctets ?? 2 ** 30;
  }

  take(query: Message, octets: Uint8Array): void {
    this.#octets += octets.length;
    if (this.#octets > this.#maxOctets) this.#refuse(`it is larger than ${this.#maxOctets} octets`);
    const reply = decodeMessage(octets);
    // The question may be left out of the second and later messages (RFC 5936 §2.2.1).
    const matched =
      this.#messages > 0 && reply.question.length === 0 ? { ...reply, question: query.question } : reply;
    if (!isReplyTo(query, matched)) this.#refuse("the server answered something else than was asked");
    if (reply.flags.rcode !== RCODE.NOERROR)
      this.#refuse(`the server answered ${rcodeName(reply.flags.rcode)}`);
    if (reply.answer.length === 0) this.#refuse("the server sent a message without records");
    for (const record of reply.answer) this.#add(record);
    this.#messages += 1;
  }

  #add(record: WireRR): void {
    if (this.zone) this.#refuse("records follow the end of the zone");
    if (record.class !== CLASS_IN) this.#refuse(`${record.name} has class ${record.class}`);
    if (!isAtOrBelow(record.name, this.#apex)) this.#refuse(`${record.name} is outside the zone`);
    if (record.type === TYPE.SOA && this.#soa) this.#end(record, this.#soa);
    else this.#keep(record);
  }

  #end(record: WireRR, first: WireRR): void {
    const serial = soaSerial(record.rdata);
    if (nameKey(record.name) !== this.#apex || serial === undefined || serial !== soaSerial(first.rdata)) {
      this.#refuse("it does not end with the SOA it began with");
    }
    this.zone = this.#builder.build();
  }

  #keep(record: WireRR): void {
    this.#soa ??= this.#asSoa(record);
    this.#records += 1;
    if (this.#records > this.#maxRecords) this.#refuse(`it has more than ${this.#maxRecords} records`);
    this.#builder.add({ owner: record.name, type: record.type, ttl: record.ttl, rdata: record.rdata });
  }

  #asSoa(record: WireRR): WireRR {
    if (record.type === TYPE.SOA && nameKey(record.name) === this.#apex) return record;
    this.#refuse("it does not begin with the zone's SOA");
  }

  #refuse(problem: string): never {
    throw new ZonewrightError(this.#doing, problem);
  }
}
