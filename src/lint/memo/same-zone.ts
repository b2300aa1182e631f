import type { LintZone } from "../zone.ts";

/** Whether two zones are one and the same content, seen in the same way, whatever stood before it. */
export function isSameZone(a: LintZone | undefined, b: LintZone | undefined): boolean {
  if (a === b) return true;
  return (
    a !== undefined &&
    b !== undefined &&
    a.zone === b.zone &&
    a.name === b.name &&
    a.view === b.view &&
    a.file === b.file &&
    a.serial === b.serial &&
    (a.incomplete ?? false) === (b.incomplete ?? false)
  );
}
