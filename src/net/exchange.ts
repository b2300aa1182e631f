import { TransientError } from "../base/index.ts";
import { decodeMessage, encodeMessage, type Message } from "../dns/index.ts";
import { type Endpoint, formatEndpoint } from "./endpoint.ts";
import { randomId } from "./match.ts";
import { askAllOverTcp } from "./pipeline.ts";
import { type AskOptions, askOverUdp } from "./udp.ts";

export interface ExchangeOptions extends AskOptions {
  /** Over UDP, an answer that was cut short (TC) is asked for again over TCP. */
  readonly transport: "udp" | "tcp";
  /** How often a question is sent over UDP, each with the whole time to be answered; 1 unless told. */
  readonly tries?: number;
}

/**
 * Asks one question and gives its answer, whatever the answer's code. A Message gets a random id for each time it is
 * sent; octets are sent as they are. Throws TransientError where no answer comes, and the signal's reason when aborted.
 */
export async function exchange(
  endpoint: Endpoint,
  query: Message | Uint8Array,
  options: ExchangeOptions,
): Promise<Message> {
  if (options.transport === "tcp") return askOverTcp(endpoint, query, options);
  const reply = await askRepeatedly(endpoint, query, options);
  return reply.flags.tc ? askOverTcp(endpoint, query, options) : reply;
}

async function askRepeatedly(
  endpoint: Endpoint,
  query: Message | Uint8Array,
  options: ExchangeOptions,
): Promise<Message> {
  for (let left = options.tries ?? 1; ; left--) {
    const { message, octets } = readyToSend(query);
    try {
      return await askOverUdp(endpoint, message, octets, options);
    } catch (error) {
      if (!(error instanceof TransientError) || left <= 1) throw error;
    }
  }
}

async function askOverTcp(
  endpoint: Endpoint,
  query: Message | Uint8Array,
  options: ExchangeOptions,
): Promise<Message> {
  const [reply] = await askAllOverTcp(endpoint, [readyToSend(query)], options);
  if (reply) return reply;
  throw new TransientError(
    `asking ${formatEndpoint(endpoint)} over TCP`,
    "the connection ended without an answer",
  );
}

function readyToSend(query: Message | Uint8Array): { message: Message; octets: Uint8Array } {
  if (query instanceof Uint8Array) return { message: decodeMessage(query), octets: query };
  const message = { ...query, id: randomId() };
  return { message, octets: encodeMessage(message) };
}
