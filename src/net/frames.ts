/** A message as DNS over TCP carries it: after its length in two octets (RFC 1035 §4.2.2). */
export function frame(message: Uint8Array): Uint8Array {
  const framed = Buffer.allocUnsafe(2 + message.length);
  framed.writeUInt16BE(message.length, 0);
  framed.set(message, 2);
  return framed;
}

/** Cuts a TCP stream into messages. Never holds more than one unfinished message beside the last chunk. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);

  /** True in the middle of a message. */
  get unfinished(): boolean {
    return this.#rest.length > 0;
  }

  /** The messages that are complete with this chunk. */
  push(chunk: Uint8Array): Uint8Array[] {
    const data = this.#rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#rest, chunk]);
    const messages: Uint8Array[] = [];
    let at = 0;
    while (data.length - at >= 2) {
      const end = at + 2 + data.readUInt16BE(at);
      if (end > data.length) break;
      messages.push(data.subarray(at + 2, end));
      at = end;
    }
    this.#rest = data.subarray(at);
    return messages;
  }
}
