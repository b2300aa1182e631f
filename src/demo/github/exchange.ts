import type { IncomingHttpHeaders } from "node:http";

/** A REST request as it arrived. `path` is without /api/v3 and without the query. */
export interface ApiRequest {
  readonly id: number;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** One line of the request log. `status` is undefined while the answer is not sent, or was lost on purpose. */
export interface RequestRecord {
  readonly id: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  /** Who asked: a login, "app" for the App's JWT, "app[bot]"-style login for an installation, undefined for nobody. */
  readonly actor: string | undefined;
  readonly status: number | undefined;
  /** The response body. */
  readonly answer: unknown;
}

export type Phase = "before" | "after";

/**
 * Awaited before the request's effect and again after it, before the answer leaves. A test may kill the bot here.
 * If it gives "lose", the connection is cut at that point: before the effect, as if the request had never arrived;
 * after it, without an answer. Anything else it gives is nothing.
 */
export type RequestHook = (request: ApiRequest, phase: Phase) => unknown;

/** Called with each request that got through and the answer to it, also where the answer was then lost. */
export type ExchangeHook = (request: ApiRequest, response: ApiResponse) => void;
