import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";

/** The zone that every benchmark reads. */
export const ORIGIN = "bench.example.";

const HEADER = [
  `$ORIGIN ${ORIGIN}`,
  "$TTL 3600",
  "@ IN SOA ns1 hostmaster 2026010101 7200 3600 1209600 300",
  "@ IN NS ns1",
  "@ IN NS ns2",
  "ns1 IN A 192.0.2.1",
  "ns2 IN A 192.0.2.2",
];

/**
 * One host's records, as people write them: owners both absolute and relative, TTL and class given or left out, the
 * owner inherited where a host has several records. Ten records, 460 octets or so.
 */
function hostRecords(host: number): string[] {
  const name = `host-${String(host).padStart(6, "0")}`;
  const low = `${(host >> 16) & 255}.${(host >> 8) & 255}.${host & 255}`;
  const group = `2001:db8:${(host >> 16).toString(16)}:${(host & 0xffff).toString(16)}`;
  return [
    `${name} 300 IN A 10.${low}`,
    ` 300 IN AAAA ${group}::1`,
    ` 300 IN TXT "rack ${host % 97} unit ${host % 41}" "owner team-${host % 13}"`,
    `api.${name} IN A 11.${low}`,
    `api.${name} IN AAAA ${group}:0:0:0:a`,
    `_https._tcp.${name} 600 IN SRV 10 60 8443 api.${name}`,
    `www.${name} IN CNAME ${name}.${ORIGIN}`,
    `mail.${name}.${ORIGIN} IN A 12.${low}`,
    `mx.${name} IN MX 10 mail.${name}`,
    `mx.${name} IN MX 20 mail.host-${String(host >> 1).padStart(6, "0")}.${ORIGIN}`,
  ];
}

const CHUNK = 1 << 20;

/** Writes a zone of exactly `records` records, the same octets every time; memory does not grow with it. */
export function writeZoneFile(path: string, records: number): void {
  const file = openSync(path, "w");
  let text = `${HEADER.join("\n")}\n`;
  let left = records - HEADER.filter((line) => !line.startsWith("$")).length;
  for (let host = 0; left > 0; host++) {
    const lines = hostRecords(host).slice(0, left);
    left -= lines.length;
    text += `${lines.join("\n")}\n`;
    if (text.length < CHUNK) continue;
    writeSync(file, text);
    text = "";
  }
  writeSync(file, text);
  closeSync(file);
}

/** A zone in a file of its own. */
export interface ZoneOnDisk {
  /** Without final dot. */
  readonly name: string;
  readonly file: string;
}

/** Writes `count` zones of `records` records each into a new folder, alike but for their names. */
export function writeZones(folder: string, count: number, records: number): ZoneOnDisk[] {
  mkdirSync(folder, { recursive: true });
  const pattern = join(folder, "pattern");
  writeZoneFile(pattern, records);
  const text = readFileSync(pattern, "utf8");
  rmSync(pattern);
  return Array.from({ length: count }, (_, at) => {
    const name = `zone-${String(at).padStart(4, "0")}.example`;
    const file = join(folder, `${name}.zone`);
    writeFileSync(file, text.replaceAll(ORIGIN, `${name}.`));
    return { name, file };
  });
}
