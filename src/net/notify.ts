import {
  type Message,
  type Name,
  OPCODE,
  queryMessage,
  RCODE,
  rcodeName,
  TYPE,
  type WireRR,
} from "../dns/index.ts";
import type { Endpoint } from "./endpoint.ts";
import { exchange } from "./exchange.ts";
import type { AskOptions } from "./udp.ts";

/**
 * Tells a secondary that a zone has changed (RFC 1996); `soa` goes along as a hint. Gives "acknowledged", which proves
 * only that the secondary heard, or else the name of the code it refused with. Throws TransientError where no answer
 * comes, and the signal's reason when aborted.
 */
export async function sendNotify(
  endpoint: Endpoint,
  apex: Name,
  soa: WireRR | undefined,
  options: AskOptions,
): Promise<string> {
  const reply = await exchange(endpoint, notifyMessage(apex, soa), { ...options, transport: "udp" });
  return reply.flags.rcode === RCODE.NOERROR ? "acknowledged" : rcodeName(reply.flags.rcode);
}

function notifyMessage(apex: Name, soa: WireRR | undefined): Message {
  const query = queryMessage(apex, TYPE.SOA);
  return {
    ...query,
    flags: { ...query.flags, opcode: OPCODE.NOTIFY, aa: true },
    answer: soa ? [soa] : [],
  };
}
