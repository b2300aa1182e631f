import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { messageOf, ZonewrightError } from "../../base/index.ts";
import type { ApiRequest, ApiResponse, ExchangeHook, Phase, RequestHook, RequestRecord } from "./exchange.ts";
import { answerPage } from "./pages/index.ts";
import type { Api } from "./rest/api.ts";
import type { Hub } from "./state/hub.ts";

const apiBase = "/api/v3";
const largestBody = 50 * 1024 * 1024;

type Written = { -readonly [Key in keyof RequestRecord]: RequestRecord[Key] };

/** The HTTP side: REST under /api/v3, pages everywhere else, with a log of what was asked and answered. */
export class GitHubServer {
  readonly requests: Written[] = [];
  readonly requestHooks = new Set<RequestHook>();
  readonly exchangeHooks = new Set<ExchangeHook>();
  readonly #hub: Hub;
  readonly #api: Api;
  readonly #server: Server;
  readonly #underWay = new Set<Promise<void>>();
  #lastId = 0;

  constructor(hub: Hub, api: Api) {
    this.#hub = hub;
    this.#api = api;
    this.#server = createServer((request, response) => {
      const answered = this.#handle(request, response)
        .catch((error: unknown) => giveUp(response, error))
        .finally(() => this.#underWay.delete(answered));
      this.#underWay.add(answered);
    });
  }

  /** Listens and returns the URL. Throws ZonewrightError if the port is taken. */
  async listen(address: string, port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      const refuse = (error: Error) =>
        reject(
          new ZonewrightError(
            `starting the stand-in GitHub on ${address} port ${port}`,
            error.message,
            "choose another port",
          ),
        );
      this.#server.once("error", refuse);
      this.#server.listen(port, address, () => {
        this.#server.off("error", refuse);
        resolve();
      });
    });
    const { port: actual } = this.#server.address() as AddressInfo;
    return `http://${address.includes(":") ? `[${address}]` : address}:${actual}`;
  }

  get busy(): boolean {
    return this.#underWay.size > 0;
  }

  async idle(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
    await this.idle();
  }

  async #handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? "/", this.#hub.url);
    if (url.pathname === apiBase || url.pathname.startsWith(`${apiBase}/`)) {
      await this.#answerApi(incoming, outgoing, url);
    } else {
      await answerPage(this.#hub, incoming, url, outgoing);
    }
  }

  async #answerApi(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): Promise<void> {
    const text = await readBody(incoming);
    const parsed = parseJson(text);
    this.#lastId += 1;
    const request: ApiRequest = {
      id: this.#lastId,
      method: incoming.method ?? "GET",
      path: url.pathname.slice(apiBase.length),
      query: url.searchParams,
      headers: incoming.headers,
      body: parsed.value,
    };
    const record = this.#record(request, url.search);
    if (parsed.bad) {
      const body = {
        message: "Problems parsing JSON",
        documentation_url: "https://docs.github.com/rest",
        status: "400",
      };
      this.#send(outgoing, request, record, { status: 400, headers: {}, body });
      return;
    }
    if (await this.#losesAt(request, "before")) {
      outgoing.destroy();
      return;
    }
    const { actor, response, lost } = await this.#api.answer(request);
    record.actor = actor;
    const lostNow = await this.#losesAt(request, "after");
    if (!lost && !lostNow) {
      this.#send(outgoing, request, record, response);
      return;
    }
    if (response.status !== 0) this.#tellExchange(request, response);
    outgoing.destroy();
  }

  /** Tells the hooks; whether one of them wants the request lost. */
  async #losesAt(request: ApiRequest, phase: Phase): Promise<boolean> {
    let loses = false;
    for (const hook of this.requestHooks) {
      if ((await hook(request, phase)) === "lose") loses = true;
    }
    return loses;
  }

  #record(request: ApiRequest, search: string): Written {
    const { id, method, path, body } = request;
    const record: Written = {
      id,
      method,
      path,
      query: search,
      body,
      actor: undefined,
      status: undefined,
      answer: undefined,
    };
    this.requests.push(record);
    return record;
  }

  #tellExchange(request: ApiRequest, response: ApiResponse): void {
    for (const hook of this.exchangeHooks) hook(request, response);
  }

  #send(outgoing: ServerResponse, request: ApiRequest, record: Written, response: ApiResponse): void {
    record.status = response.status;
    record.answer = response.body;
    this.#tellExchange(request, response);
    const { body, status } = response;
    const raw = Buffer.isBuffer(body);
    const text = body === undefined || status === 204 ? undefined : raw ? body : JSON.stringify(body);
    outgoing.writeHead(status, {
      ...(text === undefined
        ? {}
        : { "content-type": raw ? "application/octet-stream" : "application/json; charset=utf-8" }),
      date: new Date(this.#hub.clock.now()).toUTCString(),
      "x-github-request-id": `STANDIN:${request.id}`,
      "x-github-media-type": "github.v3; format=json",
      ...response.headers,
    });
    outgoing.end(text);
  }
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) throw new ZonewrightError("reading a request", "its body is larger than 50 MiB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJson(text: string): { value: unknown; bad: boolean } {
  if (text === "") return { value: undefined, bad: false };
  try {
    return { value: JSON.parse(text) as unknown, bad: false };
  } catch {
    return { value: undefined, bad: true };
  }
}

function giveUp(response: ServerResponse, error: unknown): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(500, { "content-type": "text/plain; charset=utf-8" }).end(messageOf(error));
}
