import { sha256, stableJson } from "../base/index.ts";
import type { Change, PathChange, PlannedBlob, RRsetValue, ZonePlan } from "./plan.ts";

/**
 * SHA-256 of what a plan changes, as JSON with sorted keys. The size of a file says nothing that its object id does not,
 * and is not always known.
 */
export function digestOf(zones: readonly ZonePlan[], paths: readonly PathChange[]): string {
  const changes = `[${zones.map(zoneText).join(",")}]`;
  if (paths.length === 0) return sha256(changes);
  const versionOf = (blob: PlannedBlob | undefined) => blob && [blob.oid, blob.mode];
  const files = paths.map(({ path, target, before, after }) => {
    return {
      path,
      target: target ?? null,
      before: versionOf(before) ?? null,
      after: versionOf(after) ?? null,
    };
  });
  return sha256(`{"paths":${stableJson(files)},"zones":${changes}}`);
}

/** Keys are written in their order here: sorting those of a million changes takes longer than all the rest. */
function zoneText({ zone, view, state, changes }: ZonePlan): string {
  const rest = `"state":${JSON.stringify(state)},"view":${JSON.stringify(view)},"zone":${JSON.stringify(zone)}`;
  return `{"changes":[${changes.map(changeText).join(",")}],${rest}}`;
}

function changeText(change: Change): string {
  switch (change.op) {
    case "add":
      return `{"after":${valueText(change.after)},"op":"add"}`;
    case "remove":
      return `{"before":${valueText(change.before)},"op":"remove"}`;
    case "change":
      return `{"after":${valueText(change.after)},"before":${valueText(change.before)},"op":"change"}`;
  }
}

function valueText({ owner, rdata, ttl, type }: RRsetValue): string {
  return JSON.stringify({ owner, rdata, ttl, type });
}
