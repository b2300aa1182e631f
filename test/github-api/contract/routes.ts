import type { Description, Operation } from "./description.ts";

/** An operation and what its path's parameters are in one URL. */
export interface Match {
  readonly operation: Operation;
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Route {
  readonly template: string;
  readonly names: readonly string[];
  readonly pattern: RegExp;
}

/** Path parameters that may hold slashes. */
const spanning = new Set(["path", "ref", "basehead", "branch"]);

/** Finds the operation of a method and path; of several templates the one with the fewest parameters, then the longest. */
export function createRouter(description: Description): (method: string, path: string) => Match | undefined {
  const routes = Object.keys(description.paths)
    .map(routeOf)
    .sort((a, b) => a.names.length - b.names.length || b.template.length - a.template.length);
  return (method, path) => {
    for (const { template, names, pattern } of routes) {
      const found = pattern.exec(path);
      const operation = description.paths[template]?.[method.toLowerCase()];
      if (!found || operation === undefined) continue;
      const parameters = Object.fromEntries(
        names.map((name, i) => [name, decodeURIComponent(found[i + 1]!)]),
      );
      return { operation, template, parameters };
    }
    return undefined;
  };
}

function routeOf(template: string): Route {
  const names: string[] = [];
  const source = template.replace(/\{(\w+)\}/g, (_all, name: string) => {
    names.push(name);
    return spanning.has(name) ? "(.+)" : "([^/]+)";
  });
  return { template, names, pattern: new RegExp(`^${source}$`) };
}

/** The path below the API's base: without host, `/api/v3` and query. */
export function apiPath(url: string): { path: string; query: URLSearchParams } {
  const parsed = new URL(url, "https://api.github.com");
  return { path: parsed.pathname.replace(/^\/api\/v3(?=\/|$)/, ""), query: parsed.searchParams };
}
