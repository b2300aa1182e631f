import type { Fix } from "../diagnostic/index.ts";
import { contentHash, type Soa } from "../dns/index.ts";
import type { Token } from "../zonefile/index.ts";
import type { LintZone } from "./zone.ts";

/** Which of the numbers of a SOA is the serial, counted over the RDATA's tokens. */
const SERIAL_TOKEN = 2;

export interface SerialChange {
  readonly before: Soa;
  readonly after: Soa;
  readonly token: Token | undefined;
}

/**
 * The serials of a zone that keeps its own (`serial: from-file`), on the base and now, when anything else in the zone
 * changed. Undefined where the bot writes the serial, the zone is new, or its content is the same.
 */
export function serialChange(zone: LintZone): SerialChange | undefined {
  if (zone.serial !== "from-file" || !zone.before) return undefined;
  const [before, after] = [zone.before.zone.soa(), zone.zone.soa()];
  if (!before || !after || contentHash(zone.before.zone) === contentHash(zone.zone)) return undefined;
  return { before, after, token: zone.tokens(after.row)?.rdata[SERIAL_TOKEN] };
}

/** Writes another serial. */
export function setSerial({ span }: Token, serial: number): Fix {
  const { line, column, endLine, endColumn } = span;
  return {
    title: `set the serial to ${serial}`,
    edits: [{ line, column, endLine, endColumn, text: String(serial) }],
  };
}
