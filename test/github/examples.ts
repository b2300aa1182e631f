import { createRequire } from "node:module";

interface Examples {
  readonly name: string;
  readonly examples: readonly Payload[];
}

export type Payload = Record<string, unknown> & { action?: string };

const all = createRequire(import.meta.url)(
  "@octokit/webhooks-examples/api.github.com/index.json",
) as readonly Examples[];

/** Every webhook GitHub has published as an example, with its event's name. */
export const examples: readonly (readonly [string, Payload])[] = all.flatMap(({ name, examples }) =>
  examples.map((payload) => [name, payload] as const),
);

/** The first published example of an event and action, laid over by `changed` and given an installation. */
export function example(event: string, action?: string, changed: Payload = {}): Payload {
  const found = examples.find(
    ([name, payload]) => name === event && (action === undefined || payload.action === action),
  );
  if (!found) throw new Error(`GitHub publishes no example of ${event} ${action}`);
  return merged(merged(found[1], { installation: { id: 77 } }), changed);
}

function merged(base: Payload, over: Payload): Payload {
  const entries = Object.entries(over).map(([key, value]) => {
    const old = base[key];
    return [key, isObject(old) && isObject(value) ? merged(old, value) : value];
  });
  return { ...base, ...Object.fromEntries(entries) };
}

function isObject(value: unknown): value is Payload {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
