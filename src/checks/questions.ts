import { type Name, nameKey, type RRType } from "../dns/index.ts";
import type { Nearest, Resolution, Resolver } from "./resolver.ts";

/** The way assertions ask: every question is noted, so that a check that asked nothing shows, and what affects it is known. */
export class Questions {
  readonly #resolver: Resolver;
  readonly #asked = new Map<string, { name: Name; type: RRType }>();

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  resolve(name: Name, type: RRType): Resolution {
    const key = nameKey(name);
    this.#asked.set(`${key} ${type}`, { name: key, type });
    return this.#resolver.resolve(key, type);
  }

  nearest(name: Name, type: RRType): Nearest | undefined {
    return this.#resolver.nearest?.(name, type);
  }

  get asked(): readonly { readonly name: Name; readonly type: RRType }[] {
    return [...this.#asked.values()];
  }
}
