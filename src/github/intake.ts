import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { type Clock, type Log, messageOf, redact, systemClock, UsageError } from "../base/index.ts";
import { BodyReader } from "./body.ts";
import type { Accept, Delivery } from "./delivery.ts";
import { notesOf } from "./notes.ts";
import { isSignedBy } from "./signature.ts";

export interface IntakeOptions {
  /** Any of them may have signed, so that a secret can be replaced without losing an event. */
  readonly secrets: readonly string[];
  readonly accept: Accept;
  readonly log: Log;
  /** Largest body, in octets; GitHub sends no more than 25 MiB. */
  readonly maxBytes?: number;
  /** How long a body may take, in milliseconds; GitHub gives up after ten seconds. */
  readonly maxMs?: number;
  readonly clock?: Clock;
}

const MEBIBYTE = 1024 * 1024;
const SHORTEST_SECRET = 32;
const PATH = "/webhooks";

/**
 * The listener for POST /webhooks. It answers 202 once the delivery is stored, with everything it means, in one
 * transaction; the work is done from the store later. Answers of 4xx say what GitHub or the sender did wrong, 503
 * that the store is away, so that GitHub marks the delivery as failed and the sweep asks for it again.
 *
 * Nothing is read before the headers are right, parsed before the signature is, or logged of any body.
 * Throws UsageError on secrets that anyone could guess.
 */
export function createIntake(options: IntakeOptions): RequestListener {
  const { secrets, accept, log, maxBytes = 25 * MEBIBYTE, maxMs = 10_000, clock = systemClock } = options;
  refuseWeakSecrets(secrets);
  const bodies = new BodyReader({ maxBytes, maxMs });

  async function answer(request: IncomingMessage): Promise<Answer> {
    const headers = readHeaders(request, maxBytes);
    if ("status" in headers) return headers;
    const body = await bodies.read(request);
    if (typeof body === "string") return bodyAnswers[body];
    if (!isSignedBy(secrets, body, headers.signature)) return say(401, "the signature does not fit the body");
    const delivery = readDelivery(headers, body, clock.now());
    if ("status" in delivery) return delivery;
    return store(delivery);
  }

  async function store({ payload, ...about }: ParsedDelivery): Promise<Answer> {
    const delivery: Delivery = { ...about, payload: payload.text };
    const fields = { delivery: delivery.guid, event: delivery.event, action: delivery.action };
    try {
      const notes = notesOf(delivery.event, payload.value, delivery.receivedAt);
      const outcome = await accept(delivery, notes);
      log.info({ ...fields, outcome, lanes: notes.lanes }, "webhook received");
      return say(202, outcome);
    } catch (error) {
      log.error({ ...fields, problem: redact(messageOf(error)).slice(0, 500) }, "webhook not stored");
      return notStored;
    }
  }

  return (request, response) => {
    answer(request).then(
      (said) => {
        if (said.status !== 202 && said !== notStored)
          log.warn({ status: said.status, why: said.text }, "webhook refused");
        send(request, response, said);
      },
      (error: unknown) => {
        log.error({ problem: redact(messageOf(error)).slice(0, 500) }, "webhook handling broke");
        send(request, response, say(500, "internal error"));
      },
    );
  };
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

interface Headers {
  readonly signature: string;
  readonly guid: string;
  readonly event: string;
}

interface ParsedDelivery extends Omit<Delivery, "payload"> {
  readonly payload: { readonly text: string; readonly value: object };
}

const notStored = say(503, "not stored; please send it again");

const bodyAnswers = {
  "too-large": say(413, "the body is larger than GitHub sends"),
  "too-slow": say(408, "the body took too long"),
  "too-busy": say(503, "too many bodies at once; please send it again"),
  "cut-off": say(400, "the body ended early"),
} as const;

function readHeaders(request: IncomingMessage, maxBytes: number): Headers | Answer {
  if (request.url?.split("?", 1)[0] !== PATH) return say(404, "not here");
  if (request.method !== "POST") return say(405, "webhooks are posted");
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) return bodyAnswers["too-large"];
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers["content-type"] ?? "")) {
    return say(415, "set the webhook's content type to application/json");
  }
  const signature = request.headers["x-hub-signature-256"];
  if (typeof signature !== "string") return say(401, "the signature is missing");
  const guid = request.headers["x-github-delivery"];
  if (typeof guid !== "string" || !/^[\w-]{1,100}$/.test(guid))
    return say(400, "X-GitHub-Delivery is missing");
  const event = request.headers["x-github-event"];
  if (typeof event !== "string" || !/^[a-z_]{1,100}$/.test(event))
    return say(400, "X-GitHub-Event is missing");
  return { signature, guid, event };
}

function readDelivery(headers: Headers, body: Uint8Array, receivedAt: number): ParsedDelivery | Answer {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    value = JSON.parse(text);
  } catch {
    return say(400, "the body is not JSON");
  }
  if (value === null || typeof value !== "object" || Array.isArray(value))
    return say(400, "the body is no JSON object");
  const action = "action" in value && typeof value.action === "string" ? value.action : undefined;
  return { guid: headers.guid, event: headers.event, action, receivedAt, payload: { text, value } };
}

function refuseWeakSecrets(secrets: readonly string[]): void {
  if (secrets.length > 0 && secrets.every((secret) => secret.length >= SHORTEST_SECRET)) return;
  throw new UsageError(
    "starting the webhook intake",
    secrets.length === 0 ? "there is no webhook secret" : "a webhook secret is too short",
    `set WEBHOOK_SECRET to ${SHORTEST_SECRET} random characters or more, the same as in the App's settings`,
  );
}

function say(status: number, text: string): Answer {
  return { status, text };
}

/** A request that was not read to its end takes its connection with it. */
function send(request: IncomingMessage, response: ServerResponse, { status, text }: Answer): void {
  const unread = !request.complete;
  if (unread) response.setHeader("connection", "close");
  if (status === 405) response.setHeader("allow", "POST");
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${text}\n`, () => {
    if (unread) request.destroy();
  });
}
