import { notFound } from "../api-error.ts";
import type { Route } from "./route.ts";

interface Compiled {
  readonly route: Route;
  readonly names: readonly string[];
  readonly pattern: RegExp;
}

/** Finds the route of a request. `:name` in a route's path is one segment, `:name+` the rest of the path. */
export class Router {
  readonly #routes: readonly Compiled[];

  constructor(routes: readonly Route[]) {
    this.#routes = routes.map(compile);
  }

  /** Throws ApiError 404 for a request that fits none. */
  find(method: string, path: string): { route: Route; parameters: Record<string, string> } {
    for (const { route, names, pattern } of this.#routes) {
      const found = route.method === method ? pattern.exec(path) : null;
      if (!found) continue;
      return {
        route,
        parameters: Object.fromEntries(names.map((name, i) => [name, decoded(found[i + 1]!)])),
      };
    }
    throw notFound();
  }
}

function compile(route: Route): Compiled {
  const names: string[] = [];
  const source = route.path.replace(/:(\w+)(\+?)/g, (_all, name: string, rest: string) => {
    names.push(name);
    return rest ? "(.+)" : "([^/]+)";
  });
  return { route, names, pattern: new RegExp(`^${source}$`) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw notFound();
  }
}
