import { createHmac, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../../base/index.ts";
import type { Faults } from "./faults.ts";
import type { WebhookOptions } from "./options.ts";

/** One attempt to deliver an event. Redeliveries have their own, with the same GUID. */
export interface Delivery {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly action: string | undefined;
  readonly installationId: number | undefined;
  readonly repositoryId: number | undefined;
  readonly redelivery: boolean;
  readonly deliveredAt: number;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly payload: unknown;
  /** 0 where no answer came. */
  status: number;
  /** Words for the status, as GitHub's log has them. */
  statusText: string;
  durationMs: number;
  responseHeaders: Readonly<Record<string, string>>;
  responseBody: string;
}

export interface WebhookEvent {
  readonly event: string;
  readonly action: string | undefined;
  readonly installationId: number | undefined;
  readonly repositoryId: number | undefined;
  readonly payload: unknown;
}

interface Queued extends WebhookEvent {
  readonly guid: string;
  readonly redelivery: boolean;
  /** How many others still go first. */
  behind: number;
  readonly delayMs: number;
  /** Whether it is to be lost on its way. */
  readonly fails: boolean;
}

/** Delivers events one after another, in order, unless a fault says otherwise. Nothing is redelivered by itself. */
export class Webhooks {
  readonly deliveries: Delivery[] = [];
  readonly #faults: Faults;
  readonly #clock: Clock;
  readonly #appId: number;
  readonly #queue: Queued[] = [];
  readonly #stop = new AbortController();
  #target: WebhookOptions | undefined;
  #lastId = 0;
  #running: Promise<void> | undefined;

  constructor(options: { faults: Faults; clock: Clock; appId: number; target: WebhookOptions | undefined }) {
    this.#faults = options.faults;
    this.#clock = options.clock;
    this.#appId = options.appId;
    this.#target = options.target;
  }

  set target(target: WebhookOptions | undefined) {
    this.#target = target;
  }

  get secret(): string | undefined {
    return this.#target?.secret;
  }

  /** Whether anything waits or is on its way. */
  get busy(): boolean {
    return this.#running !== undefined;
  }

  emit(event: WebhookEvent): void {
    if (!this.#target || this.#stop.signal.aborted) return;
    const fault = this.#faults.takeWebhook(event.event, event.action);
    if (fault?.kind === "drop") return;
    const queued: Queued = {
      ...event,
      guid: randomUUID(),
      redelivery: false,
      behind: fault?.kind === "reorder" ? fault.behind : 0,
      delayMs: fault?.kind === "delay" ? fault.ms : 0,
      fails: fault?.kind === "fail",
    };
    this.#queue.push(queued);
    if (fault?.kind === "duplicate") this.#queue.push({ ...queued });
    this.#start();
  }

  /** Sends a logged delivery again, as the App may ask. */
  redeliver(delivery: Delivery): void {
    this.#queue.push({ ...delivery, redelivery: true, behind: 0, delayMs: 0, fails: false });
    this.#start();
  }

  async idle(): Promise<void> {
    await this.#running;
  }

  async close(): Promise<void> {
    this.#queue.length = 0;
    this.#stop.abort();
    await this.#running;
  }

  #start(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  async #run(): Promise<void> {
    await Promise.resolve();
    for (let next = this.#next(); next && !this.#stop.signal.aborted; next = this.#next()) {
      await this.#deliver(next);
    }
  }

  #next(): Queued | undefined {
    const index = this.#queue.findIndex(({ behind }) => behind === 0);
    const [next] = this.#queue.splice(Math.max(index, 0), 1);
    for (const waiting of this.#queue) if (waiting.behind > 0) waiting.behind--;
    return next;
  }

  async #deliver(queued: Queued): Promise<void> {
    const target = this.#target;
    if (!target) return;
    if (queued.delayMs > 0) {
      await sleep(queued.delayMs, undefined, { signal: this.#stop.signal }).catch(() => undefined);
    }
    const body = JSON.stringify(queued.payload);
    this.#lastId += 1;
    const delivery: Delivery = {
      id: this.#lastId,
      guid: queued.guid,
      event: queued.event,
      action: queued.action,
      installationId: queued.installationId,
      repositoryId: queued.repositoryId,
      redelivery: queued.redelivery,
      deliveredAt: this.#clock.now(),
      url: target.url,
      requestHeaders: this.#headers(queued, body, target.secret),
      payload: queued.payload,
      status: 0,
      statusText: "failed to connect to host",
      durationMs: 0,
      responseHeaders: {},
      responseBody: "",
    };
    this.deliveries.push(delivery);
    if (!queued.fails) await this.#post(delivery, body);
  }

  async #post(delivery: Delivery, body: string): Promise<void> {
    const started = performance.now();
    try {
      const response = await fetch(delivery.url, {
        method: "POST",
        headers: delivery.requestHeaders,
        body,
        redirect: "manual",
        signal: AbortSignal.any([this.#stop.signal, AbortSignal.timeout(answerWithinMs)]),
      });
      delivery.responseBody = (await response.text()).slice(0, 65_535);
      delivery.responseHeaders = Object.fromEntries(response.headers);
      delivery.status = response.status;
      delivery.statusText = response.ok
        ? "OK"
        : response.statusText || `Invalid HTTP Response: ${response.status}`;
    } catch (error) {
      if (error instanceof Error && error.name === "TimeoutError") delivery.statusText = "timed out";
    }
    delivery.durationMs = performance.now() - started;
  }

  #headers(queued: Queued, body: string, secret: string): Record<string, string> {
    const digest = createHmac("sha256", secret).update(body).digest("hex");
    return {
      accept: "*/*",
      "content-type": "application/json",
      "user-agent": "GitHub-Hookshot/stand-in",
      "x-github-delivery": queued.guid,
      "x-github-event": queued.event,
      "x-github-hook-id": String(this.#appId),
      "x-github-hook-installation-target-id": String(this.#appId),
      "x-github-hook-installation-target-type": "integration",
      "x-hub-signature-256": `sha256=${digest}`,
    };
  }
}

/** GitHub gives a receiver ten seconds. */
const answerWithinMs = 10_000;
