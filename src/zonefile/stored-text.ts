import { InvariantError } from "../base/index.ts";
import type { Name, Zone } from "../dns/index.ts";
import { parseZone } from "./parser.ts";

/** Reads canonical text that Zonewright wrote itself (zoneText). Throws InvariantError if it does not parse: it is damaged. */
export function readZoneText(text: string, apex: Name): Zone {
  const octets = new TextEncoder().encode(text);
  const file = `${apex}zone`;
  const { zone, diagnostics } = parseZone({
    file,
    origin: apex,
    read: (path) => (path === file ? octets : undefined),
  });
  const error = diagnostics.find(({ severity }) => severity === "error");
  if (error) throw new InvariantError(`reading the stored zone ${apex}`, error.message);
  return zone;
}
