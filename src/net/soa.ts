import { type Message, type Name, nameKey, RCODE, rcodeName, TYPE, type WireRR } from "../dns/index.ts";

/** The serial in an SOA's RDATA: it stands twenty octets before the end (RFC 1035 §3.3.13). Undefined if cut short. */
export function soaSerial(rdata: Uint8Array): number | undefined {
  if (rdata.length < 22) return undefined;
  return new DataView(rdata.buffer, rdata.byteOffset, rdata.length).getUint32(rdata.length - 20);
}

/** What a server says about a zone's SOA: its serial, or in a few words why it has none to give. */
export type SoaAnswer =
  | { readonly serves: true; readonly serial: number }
  | { readonly serves: false; readonly why: string };

/** Reads the reply to a question for the SOA of `apex`. Only an answer with authority counts. */
export function readSoaAnswer(reply: Message, apex: Name): SoaAnswer {
  const { rcode, aa } = reply.flags;
  if (rcode !== RCODE.NOERROR) return { serves: false, why: `it answered ${rcodeName(rcode)}` };
  if (!aa) return { serves: false, why: "it answered without authority" };
  const soa = reply.answer.find((record) => isSoaOf(record, apex));
  const serial = soa && soaSerial(soa.rdata);
  return serial === undefined
    ? { serves: false, why: "it answered without an SOA" }
    : { serves: true, serial };
}

function isSoaOf(record: WireRR, apex: Name): boolean {
  return record.type === TYPE.SOA && nameKey(record.name) === nameKey(apex);
}
