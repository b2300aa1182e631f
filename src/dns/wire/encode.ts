import { nameKey } from "../name.ts";
import { nameToWire } from "../name-wire.ts";
import { TYPE } from "../type.ts";
import { ednsToWire } from "./edns.ts";
import { type Message, MessageError, type MessageFlags, type WireRR } from "./message.ts";
import { compressibleNames } from "./rdata-names.ts";
import { Writer } from "./writer.ts";

/** What the length field of DNS over TCP can say. */
const largestMessage = 65_535;

export interface EncodeOptions {
  /** Largest size in octets; 65,535 unless told. */
  readonly limit?: number;
}

/**
 * A message in wire form, owner names and the names of RFC 1035's types compressed. What does not fit the limit is
 * left out by whole RRsets, from the first that does not fit on; TC is set unless only additional records were left
 * out (RFC 2181 §9), and in a referral also then, for a referral without its glue may be of no use (RFC 9471).
 * Throws MessageError where the header, the questions and EDNS alone do not fit.
 */
export function encodeMessage(message: Message, options: EncodeOptions = {}): Uint8Array {
  const opt = message.edns && ednsToWire(message.edns, message.flags.rcode);
  const limit = Math.min(options.limit ?? largestMessage, largestMessage) - (opt?.length ?? 0);
  if (!opt && message.flags.rcode > 0xf) throw new MessageError(`rcode ${message.flags.rcode} needs EDNS`);
  const writer = new Writer();
  writer.bytes(new Uint8Array(12));
  for (const question of message.question) {
    writer.name(nameToWire(question.name));
    writer.u16(question.type);
    writer.u16(question.class);
  }
  if (writer.length > limit)
    throw new MessageError(`a limit of ${limit} octets has no room for the question`);
  const answer = writeSection(writer, message.answer, limit);
  const authority = answer.complete ? writeSection(writer, message.authority, limit) : nothing;
  const additional = authority.complete ? writeSection(writer, message.additional, limit) : nothing;
  if (opt) writer.bytes(opt);

  const complete = answer.complete && authority.complete && (additional.complete || !isReferral(message));
  writer.patch16(0, message.id);
  writer.patch16(2, flagBits({ ...message.flags, tc: message.flags.tc || !complete }));
  writer.patch16(4, message.question.length);
  writer.patch16(6, answer.count);
  writer.patch16(8, authority.count);
  writer.patch16(10, additional.count + (opt ? 1 : 0));
  return writer.finish();
}

interface WrittenSection {
  /** Records written. */
  readonly count: number;
  readonly complete: boolean;
}

const nothing: WrittenSection = { count: 0, complete: false };

function writeSection(writer: Writer, records: readonly WireRR[], limit: number): WrittenSection {
  let count = 0;
  for (const rrset of rrsetsOf(records)) {
    const start = writer.length;
    for (const record of rrset) {
      writeRecord(writer, record);
      if (writer.length > limit) {
        writer.truncate(start);
        return { count, complete: false };
      }
    }
    count += rrset.length;
  }
  return { count, complete: true };
}

function writeRecord(writer: Writer, record: WireRR): void {
  writer.name(nameToWire(record.name));
  writer.u16(record.type);
  writer.u16(record.class);
  writer.u32(record.ttl);
  const lengthAt = writer.length;
  writer.u16(0);
  let written = 0;
  for (const { start, end } of compressibleNames(record.type, record.rdata)) {
    writer.bytes(record.rdata.subarray(written, start));
    writer.name(record.rdata.subarray(start, end));
    written = end;
  }
  writer.bytes(record.rdata.subarray(written));
  const length = writer.length - lengthAt - 2;
  if (length > 0xffff) throw new MessageError(`RDATA of ${length} octets does not fit a record`);
  writer.patch16(lengthAt, length);
}

/** Neighbouring records with one owner, type and class. */
function rrsetsOf(records: readonly WireRR[]): WireRR[][] {
  const rrsets: WireRR[][] = [];
  for (const record of records) {
    const current = rrsets.at(-1);
    if (current && isSameRRset(current[0]!, record)) current.push(record);
    else rrsets.push([record]);
  }
  return rrsets;
}

function isSameRRset(a: WireRR, b: WireRR): boolean {
  return (
    a.type === b.type && a.class === b.class && (a.name === b.name || nameKey(a.name) === nameKey(b.name))
  );
}

function isReferral({ flags, answer, authority }: Message): boolean {
  return !flags.aa && answer.length === 0 && authority.some(({ type }) => type === TYPE.NS);
}

function flagBits(flags: MessageFlags): number {
  return (
    (flags.qr ? 0x8000 : 0) |
    ((flags.opcode & 0xf) << 11) |
    (flags.aa ? 0x0400 : 0) |
    (flags.tc ? 0x0200 : 0) |
    (flags.rd ? 0x0100 : 0) |
    (flags.ra ? 0x0080 : 0) |
    (flags.rcode & 0xf)
  );
}
