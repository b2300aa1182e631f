import type { ZoneVersion } from "../deploy/index.ts";
import { parseName } from "../dns/index.ts";
import type { VersionRow } from "../store/index.ts";
import { readZoneText } from "../zonefile/index.ts";

/** A stored version as targets and verification take it: the zone carries the version's serial. */
export function toVersion(row: VersionRow): ZoneVersion {
  const zone = readZoneText(row.text, parseName(row.zone)).withSerial(row.serial);
  return {
    name: row.zone,
    view: row.view,
    serial: row.serial,
    contentHash: row.contentHash,
    commit: row.commitSha,
    zone,
  };
}
