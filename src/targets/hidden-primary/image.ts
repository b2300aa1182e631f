import { setImmediate as eventLoop } from "node:timers/promises";
import { encodeMessage, type Message, RCODE, replyTo, type Zone } from "../../dns/index.ts";
import type { Chunk } from "./chunk-writer.ts";
import { ownEdns } from "./edns.ts";
import { chunksOf } from "./image-chunks.ts";

/**
 * A zone as a transfer sends it: the SOA, everything else, the SOA again, in messages that are a header, the question
 * and a chunk of records. Chunks are made as the first transfer goes along, and kept: later ones only copy them.
 */
export class ZoneImage {
  readonly #chunks: Chunk[] = [];
  readonly #source: Iterator<Chunk>;

  constructor(zone: Zone) {
    this.#source = chunksOf(zone);
  }

  /** The messages that answer `query` with the whole zone (RFC 5936 §2.2). */
  async *messages(query: Message): AsyncGenerator<Uint8Array> {
    const first = messageAround(query, true);
    const later = messageAround(query, false);
    for (let i = 0; ; i++) {
      const chunk = this.#chunks[i] ?? (await this.#make(i));
      if (chunk === undefined) return;
      yield (i === 0 ? first : later)(chunk);
    }
  }

  /** Makes the chunk, after everyone else had a turn: a large zone must not keep queries waiting. */
  async #make(index: number): Promise<Chunk | undefined> {
    await eventLoop();
    if (this.#chunks[index] === undefined) {
      const made = this.#source.next();
      if (!made.done) this.#chunks.push(made.value);
    }
    return this.#chunks[index];
  }
}

/** Puts header and question before a chunk, and the OPT record after it: only the first message needs one (RFC 5936 §2.2.5). */
function messageAround(query: Message, withEdns: boolean): (chunk: Chunk) => Uint8Array {
  const reply = replyTo(query, { rcode: RCODE.NOERROR, aa: true });
  const head = encodeMessage(reply);
  const edns = withEdns ? ownEdns(query) : undefined;
  const whole = Buffer.from(edns ? encodeMessage({ ...reply, edns }) : head);
  return ({ records, count }) => {
    const message = Buffer.concat([whole.subarray(0, head.length), records, whole.subarray(head.length)]);
    message.writeUInt16BE(count, 6);
    return message;
  };
}
