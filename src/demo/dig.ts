import { CLASS_IN, type Message, parseName, rdataToText, typeCode, typeName } from "../dns/index.ts";
import { type Endpoint, exchange } from "../net/index.ts";

/** Asks a nameserver and gives the answer section, one record a line, or the rcode where it is empty. */
export async function ask(server: Endpoint, name: string, type: string): Promise<string> {
  const query: Message = {
    id: 0,
    flags: { qr: false, aa: false, tc: false, rd: false, ra: false, opcode: 0, rcode: 0 },
    question: [{ name: parseName(name), type: typeCode(type)!, class: CLASS_IN }],
    answer: [],
    authority: [],
    additional: [],
  };
  const reply = await exchange(server, query, { transport: "udp", timeoutMs: 2_000 });
  const lines = reply.answer.map(
    (rr) => `${rr.name} ${rr.ttl} IN ${typeName(rr.type)} ${rdataToText(rr.type, rr.rdata)}`,
  );
  return lines.length > 0 ? lines.join("\n") : `no answer (rcode ${reply.flags.rcode})`;
}
