import { compareDiagnostics, type Diagnostic } from "../../diagnostic/index.ts";
import { lintTree, type RulesOfTree } from "../findings.ts";
import type { Scene, TreeOfZones } from "../scene.ts";
import type { Shares } from "./shares.ts";

/** What the rules find in some zones of a tree, by the number of the first of them. */
export type LintedShares = readonly (readonly [first: number, findings: readonly Diagnostic[]])[];

export interface Linted {
  readonly after: LintedShares;
  readonly before: LintedShares;
}

/** The two trees' zones in so many parts each, for the threads to take one by one. */
export interface LintShares {
  readonly after: Shares;
  readonly before: Shares;
}

/**
 * Runs the rules over the parts of the zones that this thread gets hold of. `onZones` is told, after each part of the
 * tree after, up to which zone it went: those before are done, or some thread is at them.
 */
export function lintShare(scene: Scene, shares: LintShares, onZones?: (zones: number) => void): Linted {
  return {
    after: lintParts(scene.after, scene.rules, shares.after, onZones),
    before: scene.before ? lintParts(scene.before, scene.rules, shares.before) : [],
  };
}

function lintParts(
  { tree, lintable }: TreeOfZones,
  rules: RulesOfTree,
  parts: Shares,
  onZones?: (zones: number) => void,
): LintedShares {
  const startOf = (part: number) => Math.floor((part * lintable.length) / parts.plan.items);
  return Array.from(parts.take(), ([part, next]) => {
    const [from, to] = [startOf(part), startOf(next)];
    const found = lintTree(tree, lintable, lintable.slice(from, to), rules);
    onZones?.(to);
    return [from, found] as const;
  });
}

/** What the rules find in all zones, as if one thread had looked: sorted, each finding once. */
export function joinShares(shares: LintedShares): Diagnostic[] {
  const all = shares
    .toSorted(([a], [b]) => a - b)
    .flatMap(([, findings]) => findings)
    .sort(compareDiagnostics);
  return all.filter((found, index) => index === 0 || compareDiagnostics(found, all[index - 1]!) !== 0);
}
