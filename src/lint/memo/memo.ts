import type { Diagnostic } from "../../diagnostic/index.ts";
import type { Zone } from "../../dns/index.ts";
import type { World } from "../world.ts";
import type { LintZone } from "../zone.ts";
import { isSameZone } from "./same-zone.ts";
import type { Witness } from "./witness.ts";

/** What a run depends on beside the zones; undefined where no rule looked. */
export interface Looked {
  readonly now: number | undefined;
  readonly paths: readonly string[] | undefined;
}

interface Entry {
  readonly zone: LintZone;
  /** The zone on the base, where that is another content. */
  readonly before: LintZone | undefined;
  readonly settings: string;
  readonly witness: Witness;
  readonly looked: Looked;
  readonly found: readonly Diagnostic[];
}

/** What a remembered run is held against. */
export interface MemoQuestion {
  readonly zone: LintZone;
  readonly world: World;
  readonly settings: string;
  readonly now: number;
  readonly paths: readonly string[];
}

/**
 * What the rules found in zones before, found again while all that they looked at is the same: memory for speed only.
 * It holds one run for each content of a zone, as long as somebody holds on to that content.
 */
export class LintMemo {
  readonly #entries = new WeakMap<Zone, Entry>();

  recall({ zone, world, settings, now, paths }: MemoQuestion): readonly Diagnostic[] | undefined {
    const entry = this.#entries.get(zone.zone);
    const isSame =
      entry?.settings === settings &&
      isSameZone(entry.zone, zone) &&
      isSameZone(entry.before, otherContent(zone)) &&
      (entry.looked.now ?? now) === now &&
      isSameList(entry.looked.paths ?? paths, paths) &&
      entry.witness.agrees(world);
    return isSame ? entry.found : undefined;
  }

  keep(zone: LintZone, run: Omit<Entry, "zone" | "before">): void {
    this.#entries.set(zone.zone, { zone, before: otherContent(zone), ...run });
  }
}

/** A zone that did not change is judged as one without a base. */
function otherContent({ zone, before }: LintZone): LintZone | undefined {
  return before?.zone === zone ? undefined : before;
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((one, at) => one === b[at]));
}
