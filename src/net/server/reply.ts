import { type Log, messageOf } from "../../base/index.ts";
import { decodeMessage, encodeMessage, type Message, MessageError, RCODE, replyTo } from "../../dns/index.ts";
import type { DnsHandler, Peer } from "./handler.ts";

type Answer = Uint8Array | AsyncIterable<Uint8Array> | undefined;

/**
 * The answer to whatever octets came in. Responses are never answered, so that two servers cannot keep each other busy;
 * what is no message is answered FORMERR, and SERVFAIL is said where the handler throws.
 */
export function answerOctets(octets: Uint8Array, peer: Peer, handler: DnsHandler, log: Log): Answer {
  if (octets.length < 12 || (octets[2]! & 0x80) !== 0) return undefined;
  let query: Message;
  try {
    query = decodeMessage(octets);
  } catch (error) {
    if (error instanceof MessageError) return formatError(octets);
    throw error;
  }
  try {
    return handler.answer(query, peer);
  } catch (error) {
    log.error(
      { peer: peer.address, transport: peer.transport, error: messageOf(error) },
      "answering a query failed",
    );
    return encodeMessage(replyTo(query, { rcode: RCODE.SERVFAIL }));
  }
}

/** A header alone: the id, opcode and RD of what came, and FORMERR. */
function formatError(octets: Uint8Array): Uint8Array {
  const reply = new Uint8Array(12);
  reply.set(octets.subarray(0, 3));
  reply[2] = 0x80 | (octets[2]! & 0x79);
  reply[3] = RCODE.FORMERR;
  return reply;
}
