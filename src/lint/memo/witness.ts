import type { Name } from "../../dns/index.ts";
import type { Reference } from "../references.ts";
import {
  type Addresses,
  addressesOf,
  type Removal,
  type Standing,
  standingOf,
  type World,
} from "../world.ts";
import type { LintZone } from "../zone.ts";
import { isSameZone } from "./same-zone.ts";

interface Question<Answer> {
  readonly name: Name;
  readonly view: string;
  readonly answer: Answer;
}

/**
 * A world that notes what the rules of one zone asked it: while another world gives the same answers, they find the
 * same.
 */
export class Witness implements World {
  readonly #world: World;
  readonly #standing = new Map<string, Question<Standing>>();
  readonly #addresses = new Map<string, Question<Addresses>>();
  readonly #zoneOf = new Map<string, Question<LintZone | undefined>>();
  readonly #below = new Map<string, Question<readonly Name[]>>();
  readonly #alone = new Map<string, Question<boolean>>();
  readonly #removals = new Map<string, Question<Removal | undefined>>();
  #all: readonly LintZone[] | undefined;

  constructor(world: World) {
    this.#world = world;
  }

  get zones(): readonly LintZone[] {
    this.#all = this.#world.zones;
    return this.#all;
  }

  decidesAlone(zone: LintZone): boolean {
    return asked(this.#alone, zone.name, zone.view, () => this.#world.decidesAlone(zone));
  }

  zoneOf(name: Name, view: string): LintZone | undefined {
    return asked(this.#zoneOf, name, view, () => this.#world.zoneOf(name, view));
  }

  zonesBelow(name: Name, view: string): readonly Name[] {
    return asked(this.#below, name, view, () => this.#world.zonesBelow(name, view));
  }

  standing(name: Name, view: string): Standing {
    return asked(this.#standing, name, view, () => this.#world.standing(name, view));
  }

  addresses(name: Name, view: string): Addresses {
    return asked(this.#addresses, name, view, () => this.#world.addresses(name, view));
  }

  removal(name: Name, view: string): Removal | undefined {
    return asked(this.#removals, name, view, () => this.#world.removal(name, view));
  }

  standingOf(reference: Reference, zone: LintZone): Standing {
    return standingOf(this, reference, zone);
  }

  addressesOf(reference: Reference, zone: LintZone): Addresses {
    return addressesOf(this, reference, zone);
  }

  /** What is made of a world depends on all zones; a function that takes none depends on nothing. */
  derived<T>(make: (world: World) => T): T {
    if (make.length > 0) this.#all = this.#world.zones;
    return this.#world.derived(make);
  }

  /** Whether a world gives the same answers to all that was asked. */
  agrees(world: World): boolean {
    const same = <Answer>(
      questions: ReadonlyMap<string, Question<Answer>>,
      now: (of: Question<Answer>) => boolean,
    ) => [...questions.values()].every(now);
    return (
      this.#agreesOnAll(world) &&
      same(this.#standing, ({ name, view, answer }) => world.standing(name, view) === answer) &&
      same(this.#addresses, ({ name, view, answer }) => world.addresses(name, view) === answer) &&
      same(this.#zoneOf, ({ name, view, answer }) => isSameZone(world.zoneOf(name, view), answer)) &&
      same(this.#removals, ({ name, view, answer }) => isSameRemoval(world.removal(name, view), answer)) &&
      same(this.#below, ({ name, view, answer }) => isSameList(world.zonesBelow(name, view), answer)) &&
      same(this.#alone, ({ name, view, answer }) => {
        const zone = world.zoneOf(name, view);
        return zone !== undefined && world.decidesAlone(zone) === answer;
      })
    );
  }

  #agreesOnAll({ zones }: World): boolean {
    const before = this.#all;
    return (
      before === undefined ||
      (before.length === zones.length && before.every((zone, at) => isSameZone(zone, zones[at])))
    );
  }
}

function isSameRemoval(a: Removal | undefined, b: Removal | undefined): boolean {
  return (a === undefined) === (b === undefined) && a?.movedTo === b?.movedTo;
}

function isSameList(a: readonly Name[], b: readonly Name[]): boolean {
  return a.length === b.length && a.every((name, at) => name === b[at]);
}

function asked<Answer>(
  questions: Map<string, Question<Answer>>,
  name: Name,
  view: string,
  ask: () => Answer,
): Answer {
  const key = `${name} ${view}`;
  const known = questions.get(key);
  if (known) return known.answer;
  const answer = ask();
  questions.set(key, { name, view, answer });
  return answer;
}
