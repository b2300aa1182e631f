import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { addChecks } from "./checks.ts";
import { addZones, type Files } from "./zones.ts";

/** How much there is in a repository. */
export interface Size {
  readonly zones: number;
  /** In all zones together. */
  readonly records: number;
  readonly checks: number;
}

/** Writes a repository of that size into a folder, the same octets every time. Every check in it holds. */
export function writeRepository(folder: string, { zones, records, checks }: Size): void {
  const files: Files = new Map();
  addChecks(files, checks, addZones(files, zones, records));
  for (const [path, text] of files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
