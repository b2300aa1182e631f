import { parseName, rdataToText, typeName, type Zone } from "../../src/dns/index.ts";
import { type ParseResult, parseZone } from "../../src/zonefile/index.ts";

/** Files of a repository by path, as text or octets. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Reads `example.zone` of these files as the zone `example.`. */
export function readFiles(files: Files, options: { maxIncludeDepth?: number } = {}): ParseResult {
  return parseZone({
    file: "example.zone",
    origin: parseName("example."),
    read: (path) => {
      const content = Object.hasOwn(files, path) ? files[path] : undefined;
      return typeof content === "string" ? new TextEncoder().encode(content) : content;
    },
    ...options,
  });
}

/** Reads one file as the zone `example.`. */
export function readText(content: string | Uint8Array): ParseResult {
  return readFiles({ "example.zone": content });
}

/** Every record in file order: "owner ttl type data". */
export function recordsOf(zone: Zone): string[] {
  return Array.from({ length: zone.size }, (_, row) => {
    const type = zone.type(row);
    return `${zone.owner(row)} ${zone.ttl(row)} ${typeName(type)} ${rdataToText(type, zone.rdata(row))}`;
  });
}

/** Every diagnostic: "line:column severity rule", with "file:" before it if it is not `example.zone`. */
export function reportsOf({ diagnostics }: ParseResult): string[] {
  return diagnostics.map(({ file, line, column, severity, rule }) => {
    const place = file === "example.zone" ? "" : `${file}:`;
    return `${place}${line}:${column} ${severity} ${rule}`;
  });
}
