import { existsSync, readFileSync } from "node:fs";

/** Lines of a file; none where it is not there. */
export function readLines(file: string): string[] {
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : [];
}

/** "kind step id" lines as points that are the same in every run: "kind 2 step" is a step of its second effect. */
export function pointsOf(steps: readonly string[]): string[] {
  const known = new Map<string, string[]>();
  return steps.map((line) => {
    const [kind = "", step = "", id = ""] = line.split(" ");
    const ids = known.get(kind) ?? [];
    known.set(kind, ids);
    if (!ids.includes(id)) ids.push(id);
    return `${kind} ${ids.indexOf(id) + 1} ${step}`;
  });
}
