/** Thrown where judging one document takes more steps than it may. */
export class OverBudget extends Error {}

/**
 * Steps that may still be taken. A schema of a few lines can ask for more steps than there are atoms, by schemas that refer
 * to others twice each; so each schema that is looked at pays for what it and the value are.
 */
export class Budget {
  #left = 0;
  readonly #sizes = new WeakMap<object, number>();

  /** Sets what is left. */
  start(steps: number): void {
    this.#left = steps;
  }

  /** Throws OverBudget where nothing is left. */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new OverBudget("too many steps");
  }

  /** Pays for a schema of `weight` parts looking at a value. */
  look(weight: number, value: unknown): void {
    this.spend(weight * (1 + this.#sizeOf(value)));
  }

  /** Items, keys, or 64 characters each. */
  #sizeOf(value: unknown): number {
    if (typeof value === "string") return value.length / 64;
    if (value === null || typeof value !== "object") return 0;
    if (Array.isArray(value)) return value.length;
    const known = this.#sizes.get(value) ?? Object.keys(value).length;
    this.#sizes.set(value, known);
    return known;
  }
}
