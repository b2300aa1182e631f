import {
  type Name,
  parseName,
  type RdataField,
  rdataFromText,
  typeCode,
  type Zone,
  ZoneBuilder,
} from "../../src/dns/index.ts";

/** A zone from lines of `OWNER TTL TYPE RDATA…`, relative names completed with the apex. Line numbers count from 1. */
export function buildZone(apex: string, lines: readonly string[]): Zone {
  const origin = parseName(apex);
  const builder = new ZoneBuilder(origin);
  for (const [index, line] of lines.entries()) {
    const [owner, ttl, type, ...rdata] = fieldsOf(line);
    const code = typeCode(type!.text)!;
    builder.add({
      owner: parseName(owner!.text, origin),
      type: code,
      ttl: Number(ttl!.text),
      rdata: rdataFromText(code, rdata, origin),
      file: "test.zone",
      line: index + 1,
      offset: 0,
    });
  }
  return builder.build();
}

/** The zone that `zoneText` printed. */
export function rebuildZone(apex: Name, text: string): Zone {
  const lines = text.split("\n").slice(0, -1);
  return buildZone(
    apex,
    lines.map((line) => line.replace(" IN ", " ")),
  );
}

/** Tokens of one line, as a parser hands them out: quotes taken off, escapes left in. */
export function fieldsOf(line: string): RdataField[] {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(?:[^\s"\\]|\\.)+/g)].map(
    ({ 0: token, 1: quoted, index }) => ({
      text: quoted ?? token,
      quoted: quoted !== undefined,
      joined: /\S/.test(line[index - 1] ?? " "),
    }),
  );
}

export function hexToOctets(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, "hex"));
}
