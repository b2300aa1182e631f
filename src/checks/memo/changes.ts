import type { ResolvableZone } from "../zone-resolver.ts";
import { changeBetween, type ViewChange } from "./view-change.ts";

/** The zones of each view, by its name: one state of the whole. */
export type ViewZones = ReadonlyMap<string, readonly ResolvableZone[]>;

/** What differs between two states, in each view; undefined where they have not the same views. */
export type Change = ReadonlyMap<string, ViewChange> | undefined;

/** Differences between states, each worked out once while both states are held on to. */
export class Changes {
  readonly #known = new WeakMap<ViewZones, WeakMap<ViewZones, { readonly change: Change }>>();

  between(before: ViewZones, after: ViewZones): Change {
    const from = this.#known.get(before) ?? new WeakMap<ViewZones, { readonly change: Change }>();
    this.#known.set(before, from);
    const known = from.get(after) ?? { change: compare(before, after) };
    from.set(after, known);
    return known.change;
  }
}

function compare(before: ViewZones, after: ViewZones): Change {
  const [old, now] = [[...before.keys()], [...after.keys()]];
  if (old.length !== now.length || old.some((view, at) => view !== now[at])) return undefined;
  const zones = (of: ViewZones, view: string) => of.get(view)!.map(({ zone }) => zone);
  return new Map(now.map((view) => [view, changeBetween(zones(before, view), zones(after, view))]));
}
