import { TYPE } from "../type.ts";
import { type Edns, type EdnsOption, MessageError } from "./message.ts";
import { Reader } from "./reader.ts";

/** What an OPT record says: its class and TTL fields mean other things than in a record (RFC 6891 §6.1.3). */
export function ednsFromRecord(
  klass: number,
  ttl: number,
  rdata: Uint8Array,
): { edns: Edns; upperRcode: number } {
  return {
    edns: {
      udpSize: klass,
      do: (ttl & 0x8000) !== 0,
      version: (ttl >>> 16) & 0xff,
      options: readOptions(rdata),
    },
    upperRcode: ttl >>> 24,
  };
}

/** The OPT record in wire form; `rcode` is the message's whole response code. */
export function ednsToWire(edns: Edns, rcode: number): Uint8Array {
  const rdata = Buffer.concat(edns.options.map(optionToWire));
  const head = Buffer.alloc(11);
  head.writeUInt16BE(TYPE.OPT, 1);
  head.writeUInt16BE(edns.udpSize, 3);
  head.writeUInt8(rcode >>> 4, 5);
  head.writeUInt8(edns.version, 6);
  head.writeUInt16BE(edns.do ? 0x8000 : 0, 7);
  head.writeUInt16BE(rdata.length, 9);
  return Buffer.concat([head, rdata]);
}

function optionToWire({ code, data }: EdnsOption): Uint8Array {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(code, 0);
  head.writeUInt16BE(data.length, 2);
  return Buffer.concat([head, data]);
}

function readOptions(rdata: Uint8Array): EdnsOption[] {
  const reader = new Reader(rdata);
  const options: EdnsOption[] = [];
  try {
    while (reader.position < rdata.length) {
      const code = reader.u16();
      options.push({ code, data: reader.bytes(reader.u16()) });
    }
  } catch (error) {
    throw error instanceof MessageError ? new MessageError("an EDNS option is cut off") : error;
  }
  return options;
}
