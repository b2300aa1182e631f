import type { IncomingMessage } from "node:http";

/** The octets of a request, or why they were not read. */
export type Body = Uint8Array | "too-large" | "too-slow" | "too-busy" | "cut-off";

/**
 * Reads request bodies without ever holding more than `maxBytes` of one, or four times that of all together: what is
 * read is not yet known to come from GitHub.
 */
export class BodyReader {
  readonly #maxBytes: number;
  readonly #maxMs: number;
  #held = 0;

  constructor(limits: { maxBytes: number; maxMs: number }) {
    this.#maxBytes = limits.maxBytes;
    this.#maxMs = limits.maxMs;
  }

  /** Reads to the end, or stops reading where a limit is met. Never throws. */
  async read(request: IncomingMessage): Promise<Body> {
    if (Number(request.headers["content-length"] ?? 0) > this.#maxBytes) return "too-large";
    let size = 0;
    try {
      return await this.#collect(request, (octets) => {
        size += octets;
        this.#held += octets;
        if (size > this.#maxBytes) return "too-large";
        return this.#held > 4 * this.#maxBytes ? "too-busy" : undefined;
      });
    } finally {
      this.#held -= size;
    }
  }

  #collect(request: IncomingMessage, count: (octets: number) => Body | undefined): Promise<Body> {
    const { promise, resolve } = Promise.withResolvers<Body>();
    const chunks: Buffer[] = [];
    const timer = setTimeout(() => resolve("too-slow"), this.#maxMs);
    const onData = (chunk: Buffer): void => {
      const problem = count(chunk.length);
      if (problem === undefined) chunks.push(chunk);
      else resolve(problem);
    };
    request.on("data", onData);
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("error", () => resolve("cut-off"));
    request.once("close", () => resolve("cut-off"));
    return promise.finally(() => {
      clearTimeout(timer);
      request.off("data", onData);
      request.pause();
    });
  }
}
