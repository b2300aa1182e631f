import { z } from "zod";
import type { Clock } from "../base/index.ts";
import type { Calls } from "./calls.ts";
import { appPermissions } from "./events.ts";
import type { CallKind } from "./refusal.ts";

/** What a token may be used for: never more than one repository, and no writing where only reading is needed. */
export interface TokenScope {
  readonly installationId: number;
  /** Undefined: none in particular, and nothing but metadata. */
  readonly repositoryId: number | undefined;
  readonly kind: CallKind;
}

interface Token {
  readonly text: string;
  /** By our clock, in milliseconds. */
  readonly usableUntil: number;
}

/** GitHub's tokens live an hour. One that ends sooner is met with a 401, and then discarded. */
const USABLE_MS = 55 * 60_000;

/** Installation tokens, asked for with the App's own credentials and kept until shortly before they end. */
export class Tokens {
  readonly #app: Calls;
  readonly #clock: Clock;
  readonly #kept = new Map<string, Promise<Token>>();

  constructor(app: Calls, clock: Clock) {
    this.#app = app;
    this.#clock = clock;
  }

  async get(scope: TokenScope): Promise<string> {
    const key = keyOf(scope);
    const kept = await this.#kept.get(key);
    if (kept && kept.usableUntil > this.#clock.now()) return kept.text;
    const asked = this.#create(scope);
    this.#kept.set(key, asked);
    asked.catch(() => this.#kept.delete(key));
    return (await asked).text;
  }

  discard(scope: TokenScope): void {
    this.#kept.delete(keyOf(scope));
  }

  /** Asking twice makes two tokens and does no harm, so this is retried like a read. */
  async #create({ installationId, repositoryId, kind }: TokenScope): Promise<Token> {
    const asked = this.#clock.now();
    const { token } = await this.#app.read(
      `getting a token for installation ${installationId}`,
      (octokit, options) =>
        octokit.rest.apps.createInstallationAccessToken({
          installation_id: installationId,
          ...(repositoryId !== undefined && { repository_ids: [repositoryId] }),
          permissions: repositoryId === undefined ? { metadata: "read" } : permissionsFor(kind),
          ...options,
        }),
      createdToken,
    );
    return { text: token, usableUntil: asked + USABLE_MS };
  }
}

const createdToken = z.object({ token: z.string().min(1) });

function permissionsFor(kind: CallKind): Record<string, "read" | "write"> {
  if (kind === "write") return appPermissions;
  return Object.fromEntries(Object.keys(appPermissions).map((name) => [name, "read"]));
}

function keyOf({ installationId, repositoryId, kind }: TokenScope): string {
  return `${installationId}/${repositoryId ?? "-"}/${kind}`;
}
