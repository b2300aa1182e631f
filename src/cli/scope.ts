import { UsageError } from "../base/index.ts";
import { REPOSITORY_CONFIG_FILE } from "../config/index.ts";
import type { Evaluation } from "../evaluation/index.ts";
import type { Place } from "./place.ts";
import type { Workspace } from "./workspace.ts";

/** Whether findings in a file are asked for: it is named, in a folder that is, or included by a zone that is. */
export function askedFiles({ places }: Workspace, evaluation: Evaluation): (file: string) => boolean {
  const named = (file: string) => places.length === 0 || places.some((place) => covers(place, file));
  if (places.length === 0 || places.some(({ path }) => path === "")) return () => true;
  const included = new Set(evaluation.zones.filter(({ file }) => named(file)).flatMap(({ files }) => files));
  return (file) => named(file) || included.has(file);
}

/** Places of which nothing was read: what is in them is no zone, no part of one and no check. */
function unjudgedPlaces({ places, tree }: Workspace): readonly Place[] {
  const judged = tree.files.filter(
    ({ oid, mode }) => tree.blobs.has(oid) || tree.unreadable.has(oid) || !mode.startsWith("100"),
  );
  return places.filter((place) => !judged.some(({ path }) => covers(place, path)));
}

/** The files among them. */
export function unjudgedFiles(workspace: Workspace): readonly string[] {
  return unjudgedPlaces(workspace).flatMap(({ path, isFolder }) => (isFolder ? [] : [path]));
}

/** A check that looked at nothing must not pass for one that found nothing. Throws UsageError. */
export function refuseNothing(workspace: Workspace, evaluation: Evaluation): void {
  const [unjudged] = unjudgedPlaces(workspace);
  const found = evaluation.diagnostics.some(({ severity }) => severity === "error");
  if (evaluation.zones.length + evaluation.configFiles.length === 0 && !found)
    throw noZones(workspace, evaluation);
  if (unjudged === undefined) return;
  throw new UsageError(
    `checking ${unjudged.given}`,
    unjudged.isFolder ? "there is nothing to check in it" : "it is neither a zone nor included by one",
    whereZonesAre(workspace, evaluation),
  );
}

/** The error for a tree without any zone. */
export function noZones(workspace: Workspace, evaluation: Evaluation): UsageError {
  const doing = `looking for zones in ${workspace.root}`;
  return new UsageError(doing, "no zone files were found", whereZonesAre(workspace, evaluation));
}

function whereZonesAre({ configured }: Workspace, { config }: Evaluation): string {
  const globs = [...new Set(config.zones.map(({ files }) => files))].join(", ");
  return configured
    ? `by the config, zones are the files that match ${globs}`
    : `without ${REPOSITORY_CONFIG_FILE} zones are the files that match ${globs}; a file elsewhere can be named`;
}

function covers({ path, isFolder }: Place, file: string): boolean {
  return file === path || (isFolder && (path === "" || file.startsWith(`${path}/`)));
}
