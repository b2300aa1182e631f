import { createSocket, type Socket } from "node:dgram";
import type { Nameserver } from "../../src/deploy/index.ts";
import { decodeMessage, encodeMessage, type Message } from "../../src/dns/index.ts";

/** A nameserver that hands every question to another one and its answer back, while it is told to. */
export class Relay implements AsyncDisposable {
  answers = true;
  /** What it makes of an answer before it hands it on. */
  distorts: ((answer: Message) => Message) | undefined;
  readonly #socket: Socket;
  /** Who knows the answers. */
  to: Nameserver | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("message", (question, client) => {
      if (!this.answers || this.to === undefined) return;
      const upstream = createSocket("udp4");
      const end = setTimeout(() => upstream.close(), 1_000);
      upstream.on("message", (answer) => {
        clearTimeout(end);
        upstream.close();
        this.#socket.send(this.#said(answer), client.port, client.address);
      });
      upstream.send(question, this.to.port, this.to.address);
    });
  }

  static async start(): Promise<Relay> {
    const socket = createSocket("udp4");
    await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
    return new Relay(socket);
  }

  #said(answer: Uint8Array): Uint8Array {
    return this.distorts ? encodeMessage(this.distorts(decodeMessage(answer))) : answer;
  }

  get nameserver(): Nameserver {
    return { name: "relay", address: "127.0.0.1", port: this.#socket.address().port };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise<void>((resolve) => this.#socket.close(resolve));
  }
}
