import type { Name } from "../name-type.ts";
import { TYPE } from "../type.ts";
import { ednsFromRecord } from "./edns.ts";
import { type Edns, type Message, MessageError, type WireQuestion, type WireRR } from "./message.ts";
import { readRdata } from "./rdata-names.ts";
import { Reader } from "./reader.ts";

/**
 * The message in `octets` (RFC 1035 §4.1, RFC 6891). Throws MessageError, and nothing else, for anything that is not
 * exactly one message: cut off, with octets left over, with a forward pointer, with two OPT records. Takes time in
 * proportion to the length.
 */
export function decodeMessage(octets: Uint8Array): Message {
  if (octets.length < 12) throw new MessageError(`${octets.length} octets are no message: a header has 12`);
  const reader = new Reader(octets);
  const id = reader.u16();
  const bits = reader.u16();
  const counts = [reader.u16(), reader.u16(), reader.u16(), reader.u16()] as const;
  const question = repeat(counts[0], () => readQuestion(reader));
  const answer = readSection(reader, counts[1]);
  const authority = readSection(reader, counts[2]);
  const additional = readSection(reader, counts[3]);
  if (reader.position !== octets.length) {
    throw new MessageError(`${octets.length - reader.position} octets are left after the last record`);
  }
  if (answer.opts.length + authority.opts.length > 0)
    throw new MessageError("an OPT record is out of its section");
  if (additional.opts.length > 1) throw new MessageError("the message has more than one OPT record");
  const opt = additional.opts[0];
  return {
    id,
    flags: {
      qr: (bits & 0x8000) !== 0,
      opcode: (bits >>> 11) & 0xf,
      aa: (bits & 0x0400) !== 0,
      tc: (bits & 0x0200) !== 0,
      rd: (bits & 0x0100) !== 0,
      ra: (bits & 0x0080) !== 0,
      rcode: (bits & 0xf) | ((opt?.upperRcode ?? 0) << 4),
    },
    question,
    answer: answer.records,
    authority: authority.records,
    additional: additional.records,
    ...(opt && { edns: opt.edns }),
  };
}

function readQuestion(reader: Reader): WireQuestion {
  return { name: reader.name(), type: reader.u16(), class: reader.u16() };
}

interface Section {
  readonly records: WireRR[];
  readonly opts: { edns: Edns; upperRcode: number }[];
}

function readSection(reader: Reader, count: number): Section {
  const section: Section = { records: [], opts: [] };
  repeat(count, () => readRecord(reader, section));
  return section;
}

function readRecord(reader: Reader, section: Section): void {
  const name: Name = reader.name();
  const type = reader.u16();
  const klass = reader.u16();
  const ttl = reader.u32();
  const length = reader.u16();
  if (type !== TYPE.OPT) {
    const rdata = readRdata(reader, type, length);
    section.records.push({ name, type, class: klass, ttl: ttl > 0x7fffffff ? 0 : ttl, rdata });
    return;
  }
  if (name !== ".") throw new MessageError("an OPT record is not owned by the root");
  section.opts.push(ednsFromRecord(klass, ttl, reader.bytes(length)));
}

/** `count` comes from the message: nothing is allocated for what then is not there. */
function repeat<T>(count: number, read: () => T): T[] {
  const items: T[] = [];
  for (let i = 0; i < count; i++) items.push(read());
  return items;
}
