/** Which requests a fault hits. `path` is a pattern: `*` stands for one segment, `**` for any number. */
export interface RequestMatch {
  readonly method?: string;
  readonly path?: string;
  /** How many requests it hits before it is used up; default 1. */
  readonly times?: number;
  /** How many matching requests it lets pass first; default 0. */
  readonly skip?: number;
}

export type RequestEffect =
  /** Answers at once, without effect. */
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Has the effect, but answers with this instead. */
  | {
      readonly kind: "answer-after";
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Waits, then goes on as usual. */
  | { readonly kind: "latency"; readonly ms: number }
  /** Cuts the connection; `effect` tells whether the request had its effect. */
  | { readonly kind: "lost"; readonly effect: boolean };

/** Which webhooks a fault hits: event `pull_request`, or with action `pull_request.synchronize`; undefined is all. */
export interface WebhookMatch {
  readonly event?: string;
  readonly times?: number;
  readonly skip?: number;
}

export type WebhookEffect =
  /** Never emitted and in no delivery log. */
  | { readonly kind: "drop" }
  /** Sent, but logged as failed because the receiver never got it. */
  | { readonly kind: "fail" }
  /** Delivered twice with the same GUID. */
  | { readonly kind: "duplicate" }
  /** Holds the whole queue back. */
  | { readonly kind: "delay"; readonly ms: number }
  /** Delivered only after this many later webhooks, or when nothing else is left. */
  | { readonly kind: "reorder"; readonly behind: number };

/** A fault that was injected; `hits` counts, `remove` ends it early. */
export interface Fault {
  readonly hits: number;
  remove(): void;
}

interface Rule<Effect> {
  readonly effect: Effect;
  readonly matches: (subject: string) => boolean;
  skip: number;
  left: number;
  hits: number;
}

/** Faults in the order they were injected; the first that matches is used. */
export class Faults {
  readonly #requests: Rule<RequestEffect>[] = [];
  readonly #webhooks: Rule<WebhookEffect>[] = [];

  onRequest(match: RequestMatch, effect: RequestEffect): Fault {
    const path = pathPattern(match.path ?? "**");
    const method = match.method?.toUpperCase();
    return inject(this.#requests, match, effect, (subject) => {
      const [verb, rest] = subject.split(" ", 2);
      return (method === undefined || method === verb) && path.test(rest ?? "");
    });
  }

  onWebhook(match: WebhookMatch, effect: WebhookEffect): Fault {
    return inject(
      this.#webhooks,
      match,
      effect,
      (subject) =>
        match.event === undefined || subject === match.event || subject.startsWith(`${match.event}.`),
    );
  }

  clear(): void {
    this.#requests.length = 0;
    this.#webhooks.length = 0;
  }

  /** The effect for this request, counted as used. */
  takeRequest(method: string, path: string): RequestEffect | undefined {
    return take(this.#requests, `${method} ${path}`);
  }

  /** The effect for this webhook, counted as used. `action` may be undefined. */
  takeWebhook(event: string, action: string | undefined): WebhookEffect | undefined {
    return take(this.#webhooks, action === undefined ? event : `${event}.${action}`);
  }
}

function inject<Effect>(
  rules: Rule<Effect>[],
  match: { times?: number; skip?: number },
  effect: Effect,
  matches: (subject: string) => boolean,
): Fault {
  const rule: Rule<Effect> = { effect, matches, skip: match.skip ?? 0, left: match.times ?? 1, hits: 0 };
  rules.push(rule);
  return {
    get hits() {
      return rule.hits;
    },
    remove() {
      rule.left = 0;
    },
  };
}

function take<Effect>(rules: Rule<Effect>[], subject: string): Effect | undefined {
  for (const rule of rules) {
    if (rule.left === 0 || !rule.matches(subject)) continue;
    if (rule.skip > 0) {
      rule.skip--;
      continue;
    }
    rule.left--;
    rule.hits++;
    return rule.effect;
  }
  return undefined;
}

function pathPattern(pattern: string): RegExp {
  const source = pattern
    .split(/(\*\*|\*)/)
    .map((part) =>
      part === "**" ? ".*" : part === "*" ? "[^/]+" : part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"),
    )
    .join("");
  return new RegExp(`^${source}$`);
}
