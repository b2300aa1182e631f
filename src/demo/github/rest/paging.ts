import type { Call, Reply } from "./route.ts";

const usual = 30;
const most = 100;

/** One page of a list, as `per_page` and `page` ask, with GitHub's Link header. `wrap` puts the page into an envelope. */
export function paged<T>(
  call: Call,
  items: readonly T[],
  shape: (item: T) => unknown,
  wrap: (page: unknown[]) => unknown = (page) => page,
): Reply {
  const { size, page } = pageAsked(call);
  const last = Math.max(1, Math.ceil(items.length / size));
  const shown = items.slice((page - 1) * size, page * size).map(shape);
  return { body: wrap(shown), headers: linkHeader(call, page, last) };
}

/** As `paged`, for shapes that take time. */
export async function pagedAsync<T>(
  call: Call,
  items: readonly T[],
  shape: (item: T) => Promise<unknown>,
): Promise<Reply> {
  const { size, page } = pageAsked(call);
  const last = Math.max(1, Math.ceil(items.length / size));
  const shown = await Promise.all(items.slice((page - 1) * size, page * size).map(shape));
  return { body: shown, headers: linkHeader(call, page, last) };
}

export function pageAsked(call: Call): { size: number; page: number } {
  const asked = (name: string, fallback: number) => {
    const value = Number(call.query.get(name) ?? fallback);
    return Number.isInteger(value) && value > 0 ? value : fallback;
  };
  return { size: Math.min(asked("per_page", usual), most), page: asked("page", 1) };
}

function linkHeader(call: Call, page: number, last: number): Record<string, string> {
  const links: [string, number][] = [];
  if (page > 1) links.push(["prev", page - 1], ["first", 1]);
  if (page < last) links.push(["next", page + 1], ["last", last]);
  if (links.length === 0) return {};
  return { link: links.map(([relation, to]) => link(call, relation, { page: String(to) })).join(", ") };
}

/** One entry of a Link header: this request's URL with other query parameters. */
export function link(call: Call, relation: string, parameters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(call.query);
  for (const [name, value] of Object.entries(parameters)) query.set(name, value);
  return `<${call.hub.apiUrl}${call.request.path}?${query}>; rel="${relation}"`;
}
