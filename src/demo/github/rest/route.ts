import type { ApiRequest } from "../exchange.ts";
import type { Level } from "../options.ts";
import type { Actor, Hub } from "../state/hub.ts";
import type { Repository } from "../state/repository.ts";
import type { Tokens } from "./auth.ts";
import type { Caller } from "./caller.ts";
import type { Fields } from "./fields.ts";
import type { Rates } from "./rates.ts";

/** One request on its way to the function that answers it. */
export interface Call {
  readonly hub: Hub;
  readonly tokens: Tokens;
  readonly rates: Rates;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly request: ApiRequest;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Fields;
}

export interface RepositoryCall extends Call {
  readonly repository: Repository;
}

/** What is answered. A Buffer as body goes out as it is, anything else as JSON. */
export interface Reply {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a repository's route asks of the caller. */
export interface Need {
  /** One of these permissions of the App is enough. */
  readonly permissions: readonly string[];
  readonly level: Level;
  /** What a person must be allowed in the repository; "app" refuses people. */
  readonly person: "read" | "write" | "app";
}

export type Route =
  | {
      readonly method: string;
      readonly path: string;
      readonly kind: "general";
      readonly who: Who;
      handle(call: Call): Reply | Promise<Reply>;
    }
  | {
      readonly method: string;
      readonly path: string;
      readonly kind: "repository";
      readonly need: Need;
      handle(call: RepositoryCall): Reply | Promise<Reply>;
    };

/** Who may call a route that is of no repository. */
export type Who = "anyone" | "app" | "installation" | "person";

type Handle = (call: RepositoryCall) => Reply | Promise<Reply>;

/** A route of a repository, read by everyone who may read it. `path` is below /repos/:owner/:repo. */
export function reads(permission: string, path: string, handle: Handle): Route {
  const need: Need = { permissions: [permission], level: "read", person: "read" };
  return { method: "GET", path: `/repos/:owner/:repo${path}`, kind: "repository", need, handle };
}

/** A route that changes a repository. `permission` may name several, any of which is enough: "issues|pull_requests". */
export function writes(
  permission: string,
  person: Need["person"],
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  handle: Handle,
): Route {
  const need: Need = { permissions: permission.split("|"), level: "write", person };
  return { method, path: `/repos/:owner/:repo${path}`, kind: "repository", need, handle };
}

/** A route of no repository. */
export function general(
  who: Who,
  method: string,
  path: string,
  handle: (call: Call) => Reply | Promise<Reply>,
): Route {
  return { method, path, kind: "general", who, handle };
}
