import { setTimeout as sleep } from "node:timers/promises";
import { messageOf } from "../../../base/index.ts";
import { ApiError } from "../api-error.ts";
import type { ApiRequest, ApiResponse } from "../exchange.ts";
import type { Faults, RequestEffect } from "../faults.ts";
import type { Hub } from "../state/hub.ts";
import { accessRepository, assertWho } from "./access.ts";
import { Tokens } from "./auth.ts";
import { actorOf, type Caller, callerName } from "./caller.ts";
import { Fields } from "./fields.ts";
import { Rates, rateHeaders } from "./rates.ts";
import { routes } from "./resources/index.ts";
import type { Call, Reply, Route } from "./route.ts";
import { Router } from "./router.ts";

/** What became of a request: an answer, and whether it reaches the caller. */
export interface Outcome {
  readonly actor: string | undefined;
  readonly response: ApiResponse;
  readonly lost: boolean;
}

/** Answers requests to the REST API, faults included. */
export class Api {
  readonly #hub: Hub;
  readonly #faults: Faults;
  readonly #tokens: Tokens;
  readonly #rates: Rates;
  readonly #router = new Router(routes);

  constructor(hub: Hub, faults: Faults) {
    this.#hub = hub;
    this.#faults = faults;
    this.#tokens = new Tokens(hub);
    this.#rates = new Rates(hub.clock);
  }

  /** Answers one request. Never throws: what goes wrong here is an answer of 500. */
  async answer(request: ApiRequest): Promise<Outcome> {
    const fault = this.#faults.takeRequest(request.method, request.path);
    if (fault?.kind === "answer") return { actor: undefined, response: injected(fault), lost: false };
    if (fault?.kind === "lost" && !fault.effect) {
      return { actor: undefined, response: { status: 0, headers: {}, body: undefined }, lost: true };
    }
    if (fault?.kind === "latency") await sleep(fault.ms);
    const { actor, response } = await this.#serve(request);
    const shown = fault?.kind === "answer-after" ? injected(fault) : response;
    return { actor, response: shown, lost: fault?.kind === "lost" };
  }

  async #serve(request: ApiRequest): Promise<{ actor: string | undefined; response: ApiResponse }> {
    let actor: string | undefined;
    let headers: Record<string, string> = {};
    try {
      const caller = this.#tokens.identify(request.headers.authorization);
      actor = callerName(this.#hub, caller);
      const counts = request.path !== "/rate_limit";
      headers = rateHeaders(counts ? this.#rates.count(actor) : this.#rates.of(actor));
      const reply = await this.#dispatch(request, caller);
      return {
        actor,
        response: {
          status: reply.status ?? 200,
          headers: { ...headers, ...reply.headers },
          body: reply.body,
        },
      };
    } catch (error) {
      const problem = error instanceof ApiError ? error : new ApiError(500, messageOf(error));
      return { actor, response: { status: problem.status, headers, body: problem.body } };
    }
  }

  async #dispatch(request: ApiRequest, caller: Caller): Promise<Reply> {
    const { route, parameters } = this.#router.find(request.method, request.path);
    const call: Call = {
      hub: this.#hub,
      tokens: this.#tokens,
      rates: this.#rates,
      caller,
      actor: actorOf(this.#hub, caller),
      request,
      parameters,
      query: request.query,
      body: new Fields(request.body),
    };
    if (route.kind === "general") {
      assertWho(caller, route.who);
      return await route.handle(call);
    }
    return await this.#inRepository(route, call);
  }

  async #inRepository(route: Route & { kind: "repository" }, call: Call): Promise<Reply> {
    const name = `${call.parameters.owner}/${call.parameters.repo}`;
    const repository = accessRepository(this.#hub, call.caller, name, route.need);
    const work = async () => await route.handle({ ...call, repository });
    return route.method === "GET" ? await work() : await repository.exclusive(work);
  }
}

function injected(fault: RequestEffect & { kind: "answer" | "answer-after" }): ApiResponse {
  const words = { message: "Injected fault", documentation_url: "https://docs.github.com/rest" };
  return { status: fault.status, headers: fault.headers ?? {}, body: fault.body ?? words };
}
