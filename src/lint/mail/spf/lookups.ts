import { type Name, nameKey, TYPE } from "../../../dns/index.ts";
import { stringsOf } from "../../txt/index.ts";
import { resolve, type World } from "../../world.ts";
import { readSpf, type SpfRecord } from "./record.ts";
import type { SpfTerm } from "./term.ts";

/** RFC 7208 §4.6.4. */
export const mostLookups = 10;
export const mostVoidLookups = 2;

/** Includes that are followed into one another: twice what is allowed. */
const deepest = 20;

/** What a receiver has to look up before it has read an SPF record to its end. */
export interface LookupCount {
  readonly lookups: number;
  /** Names that are looked up for nothing, as far as the repository tells. */
  readonly voids: readonly Name[];
  /** False where a part of it lies outside the repository, which counts as the one lookup that leads there. */
  readonly isExact: boolean;
  /** The names by which the record includes itself, from one to the same. */
  readonly loop: readonly Name[] | undefined;
}

const nothing: LookupCount = { lookups: 0, voids: [], isExact: true, loop: undefined };
const unknown: LookupCount = { ...nothing, isExact: false };

/** Counts lookups of SPF records, through the records they include in zones of the repository; each of those once. */
export class LookupCounter {
  readonly #world: World;
  readonly #view: string;
  readonly #known = new Map<Name, LookupCount>();
  readonly #open: Name[] = [];

  constructor(world: World, view: string) {
    this.#world = world;
    this.#view = view;
  }

  /** What the record at `owner` costs. */
  count(owner: Name, record: SpfRecord): LookupCount {
    const domain = nameKey(owner);
    this.#open.push(domain);
    const parts = termsRead(record).map((term) => this.#countTerm(domain, term));
    this.#open.pop();
    return {
      // Capped, for a record that includes another twice, and so on, doubles at each step.
      lookups: Math.min(
        1000,
        parts.reduce((sum, { lookups }) => sum + lookups, 0),
      ),
      voids: [...new Set(parts.flatMap(({ voids }) => voids))].slice(0, 100),
      isExact: parts.every(({ isExact }) => isExact),
      loop: parts.find(({ loop }) => loop)?.loop,
    };
  }

  #countTerm(domain: Name, term: SpfTerm): LookupCount {
    const { name, target } = term;
    if (name === "include" || name === "redirect") {
      const included = this.#follow(target);
      return { ...included, lookups: included.lookups + 1 };
    }
    const hasVoid = this.#isVoid(name, term.domain === "" ? domain : target);
    return { ...nothing, lookups: 1, voids: hasVoid ? [term.domain === "" ? domain : target!] : [] };
  }

  #follow(target: Name | undefined): LookupCount {
    if (target === undefined) return unknown;
    const key = nameKey(target);
    const before = this.#known.get(key);
    if (before) return before;
    const at = this.#open.indexOf(key);
    if (at >= 0) return { ...nothing, loop: [...this.#open.slice(at), key] };
    const texts = resolve(this.#world, this.#view, target, TYPE.TXT);
    if (texts === undefined || this.#open.length >= deepest) return unknown;
    const record = texts.rdata.map((rdata) => readSpf(stringsOf(rdata))).find((found) => found !== undefined);
    const count = record
      ? this.count(key, record)
      : { ...nothing, voids: texts.rdata.length === 0 ? [target] : [] };
    this.#known.set(key, count);
    return count;
  }

  #isVoid(mechanism: string, target: Name | undefined): boolean {
    if (target === undefined || mechanism === "ptr" || mechanism === "exists") return false;
    if (mechanism === "mx") return resolve(this.#world, this.#view, target, TYPE.MX)?.rdata.length === 0;
    const found = this.#world.addresses(target, this.#view);
    return found === "none" || found === "absent";
  }
}

const mechanismsWithLookup: ReadonlySet<string> = new Set(["include", "a", "mx", "ptr", "exists"]);

/** The terms that cost a lookup: mechanisms up to `all`, and the redirect where there is no `all` (§5.1, §6.1). */
function termsRead({ terms }: SpfRecord): readonly SpfTerm[] {
  const sound = terms.filter(({ problem }) => problem === undefined);
  const mechanisms = sound.filter(({ isModifier }) => !isModifier);
  const all = mechanisms.findIndex(({ name }) => name === "all");
  const read = all < 0 ? mechanisms : mechanisms.slice(0, all);
  const redirect = all < 0 ? sound.filter(({ isModifier, name }) => isModifier && name === "redirect") : [];
  return [...read.filter(({ name }) => mechanismsWithLookup.has(name)), ...redirect];
}
