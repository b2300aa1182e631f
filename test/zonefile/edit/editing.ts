import { parseName, rdataFromText, rootName, typeCode } from "../../../src/dns/index.ts";
import { editZone, type RecordChange } from "../../../src/zonefile/index.ts";
import type { Files } from "../reading.ts";

/** A record as text: "owner type data", names absolute. */
export function recordOf(text: string): { owner: RecordChange["owner"]; type: number; rdata: Uint8Array } {
  const [owner = "", mnemonic = "", ...data] = text.match(/"(?:\\.|[^"\\])*"|\S+/g) ?? [];
  const type = typeCode(mnemonic)!;
  const fields = data.map((token) =>
    token.startsWith('"') ? { text: token.slice(1, -1), quoted: true } : { text: token, quoted: false },
  );
  return { owner: parseName(owner, rootName), type, rdata: rdataFromText(type, fields, rootName) };
}

/** `example.zone` of these files after the change, as text with one character an octet; or why not. */
export function edit(
  files: Files | string,
  change: RecordChange,
): string | { refusal: string; file: string; line?: number } {
  const all = typeof files === "string" ? { "example.zone": files } : files;
  const result = editZone(
    {
      file: "example.zone",
      origin: parseName("example."),
      read: (path) => {
        const content = Object.hasOwn(all, path) ? all[path] : undefined;
        return typeof content === "string" ? Buffer.from(content) : content;
      },
    },
    change,
  );
  return "octets" in result ? Buffer.from(result.octets).toString() : result;
}

export function add(files: Files | string, record: string, ttl?: number) {
  return edit(files, { kind: "add", ...recordOf(record), ...(ttl !== undefined && { ttl }) });
}

export function remove(files: Files | string, record: string, line?: number) {
  return edit(files, { kind: "remove", ...recordOf(record), ...(line !== undefined && { line }) });
}

/** `to` is data alone. */
export function change(files: Files | string, record: string, to: string | undefined, ttl?: number) {
  const rdata = to === undefined ? undefined : recordOf(`. ${record.split(" ")[1]} ${to}`).rdata;
  return edit(files, {
    kind: "change",
    ...recordOf(record),
    to: { ...(rdata && { rdata }), ...(ttl !== undefined && { ttl }) },
  });
}
