import { InvariantError } from "../../base/index.ts";
import type { RRType } from "../../dns/index.ts";
import { type RRsetChange, rrsetChanges } from "../change.ts";
import { References } from "../references.ts";
import type { OptionValue, Rule, RuleContext, ZoneContext } from "../rule.ts";
import type { World } from "../world.ts";
import type { LintZone } from "../zone.ts";
import { RowPlaces } from "./row-places.ts";
import { TypeRows } from "./type-rows.ts";

/** What the rules that judge one zone share: worked out when first asked for. */
export class ZoneFacts {
  readonly zone: LintZone;
  #types: TypeRows | undefined;
  #owners: readonly number[] | undefined;
  #references: References | undefined;
  #changes: readonly RRsetChange[] | undefined;
  #places: RowPlaces | undefined;
  readonly #made = new Map<(context: ZoneContext) => unknown, unknown>();

  constructor(zone: LintZone) {
    this.zone = zone;
  }

  rowsOf(types: readonly RRType[]): readonly number[] {
    return this.#rowsByType.of(types);
  }

  /** Whether the rule may find something here at all. */
  concern({ scope, types }: Rule): boolean {
    const { before } = this.zone;
    if (scope === "change" && !before) return false;
    if (types === undefined || this.#rowsByType.has(types)) return true;
    return (
      scope === "change" && before !== undefined && before.zone.columns.type.some((t) => types.includes(t))
    );
  }

  get #rowsByType(): TypeRows {
    this.#types ??= new TypeRows(this.zone.zone);
    return this.#types;
  }

  ownerRows(): readonly number[] {
    this.#owners ??= firstRows(this.zone);
    return this.#owners;
  }

  references(type: RRType | undefined): References {
    this.#references ??= References.of(this.zone.zone);
    return type === undefined ? this.#references : this.#references.among(this.rowsOf([type]));
  }

  /** See RowPlaces. */
  rowAt(file: string, line: number): number | undefined {
    this.#places ??= new RowPlaces(this.zone.zone);
    return this.#places.rowAt(file, line);
  }

  once<T>(make: (context: ZoneContext) => T, context: ZoneContext): T {
    if (!this.#made.has(make)) this.#made.set(make, make(context));
    return this.#made.get(make) as T;
  }

  changes(): readonly RRsetChange[] {
    const { zone, before } = this.zone;
    this.#changes ??= before ? rrsetChanges(before.zone, zone) : [];
    return this.#changes;
  }
}

/** Everything that is the same for all zones and rules of one run. */
export interface Surroundings {
  readonly world: World;
  readonly paths: readonly string[];
  readonly now: number;
}

/** What all rules are given for one zone. What a rule looks at shows: `world`, `paths` and `now` are asked for each time. */
export function sharedContext(facts: ZoneFacts, surroundings: Surroundings): ZoneContext {
  const { world } = surroundings;
  const context: ZoneContext = {
    zone: facts.zone,
    world,
    get zones() {
      return world.zones;
    },
    get paths() {
      return surroundings.paths;
    },
    get now() {
      return surroundings.now;
    },
    rowsOf: (...types) => facts.rowsOf(types),
    ownerRows: () => facts.ownerRows(),
    references: (type) => facts.references(type),
    changes: () => facts.changes(),
    once: (make) => facts.once(make, context),
  };
  return context;
}

/** What one rule is given for one zone. */
export function contextOf(
  rule: Rule,
  shared: ZoneContext,
  options: Readonly<Record<string, OptionValue>>,
  report: RuleContext["report"],
): RuleContext {
  const option = (name: string): OptionValue => {
    const declared = rule.options?.[name];
    if (!declared) throw new InvariantError(`running ${rule.id}`, `it declares no option "${name}"`);
    return Object.hasOwn(options, name) ? options[name]! : declared.default;
  };
  const own = {
    number: (name: string) => option(name) as number,
    words: (name: string) => option(name) as readonly string[],
    report,
  };
  // Not spread: that would look at everything.
  return Object.assign(Object.create(shared) as ZoneContext, own);
}

function firstRows({ zone }: LintZone): readonly number[] {
  const { owner, names } = zone.columns;
  const seen = new Uint8Array(names.key.length);
  const rows: number[] = [];
  for (let row = 0; row < zone.size; row += 1) {
    const key = names.key[owner[row]!]!;
    if (seen[key] === 1) continue;
    seen[key] = 1;
    rows.push(row);
  }
  return rows;
}
