import type { Change, RecordCounts } from "./plan.ts";

/** Records added, changed and removed by some changes of RRsets. */
export function countRecords(changes: readonly Change[]): RecordCounts {
  return sumCounts(changes.map(countChange));
}

export function sumCounts(all: readonly RecordCounts[]): RecordCounts {
  let added = 0;
  let changed = 0;
  let removed = 0;
  for (const counts of all) {
    added += counts.added;
    changed += counts.changed;
    removed += counts.removed;
  }
  return { added, changed, removed };
}

function countChange(change: Change): RecordCounts {
  if (change.op === "add") return { added: change.after.rdata.length, changed: 0, removed: 0 };
  if (change.op === "remove") return { added: 0, changed: 0, removed: change.before.rdata.length };
  const { gone, kept, come } = splitRecords(change.before.rdata, change.after.rdata);
  const replaced = Math.min(gone.length, come.length);
  const retimed = change.before.ttl === change.after.ttl ? 0 : kept.length;
  return { added: come.length - replaced, changed: replaced + retimed, removed: gone.length - replaced };
}

/** The records two contents of an RRset do and do not share. */
export function splitRecords(
  before: readonly string[],
  after: readonly string[],
): { gone: string[]; kept: string[]; come: string[] } {
  const old = new Set(before);
  const now = new Set(after);
  return {
    gone: before.filter((text) => !now.has(text)),
    kept: after.filter((text) => old.has(text)),
    come: after.filter((text) => !old.has(text)),
  };
}
