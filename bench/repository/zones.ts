/** Files of a repository, by path. */
export type Files = Map<string, string>;

/** A forward zone. */
export interface Forward {
  /** Without final dot. */
  readonly name: string;
  readonly file: string;
  /** Its hosts are `host-0` and so on. */
  readonly hosts: number;
}

/** Reverse zones, each of a network with 16 bits: as many hosts as there are records have room in them. */
const REVERSE = 4;
/** Forward zone `n` has `1 / n ** SKEW` times the hosts of the first: a few large zones and many small ones. */
const SKEW = 1.2;
const FEWEST_HOSTS = 4;

const APEX = [
  "$TTL 3600",
  "@ SOA ns1 hostmaster 2026010101 7200 3600 1209600 300",
  "@ NS ns1",
  "@ NS ns2",
  "@ MX 10 mail",
  "ns1 A 192.0.2.1",
  "ns2 A 198.51.100.1",
  "mail A 192.0.2.25",
  "www CNAME host-0",
  "_web._tcp SRV 0 0 8080 host-0",
  "_web._tcp SRV 0 0 8080 host-1",
];
const REVERSE_APEX = [
  "$TTL 3600",
  "@ SOA ns1.acme.example. hostmaster.acme.example. 2026010101 7200 3600 1209600 300",
  "@ NS ns1.acme.example.",
  "@ NS ns2.acme.example.",
];
/** Lines that are no records: the TTL. */
const OTHERS = 1;

/**
 * Adds `zones` zones with `records` records in all. Every host has an address and a PTR record, and every other one a
 * service of its own: five records for two hosts. What is left over is TXT records of the largest zone.
 */
export function addZones(files: Files, zones: number, records: number): readonly Forward[] {
  const count = zones - REVERSE;
  const apexes = count * (APEX.length - OTHERS) + REVERSE * (REVERSE_APEX.length - OTHERS);
  const weights = Array.from({ length: count }, (_, at) => 1 / (at + 1) ** SKEW);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const spare = ((records - apexes) * 2) / 5 - count * FEWEST_HOSTS;
  const reverse = Array.from({ length: REVERSE }, () => [...REVERSE_APEX]);
  let left = records - apexes;
  let next = 0;
  const forward = weights.map((weight, at): Forward => {
    const name = at === 0 ? "acme.example" : `zone-${String(at).padStart(3, "0")}.example`;
    const hosts = FEWEST_HOSTS + Math.floor((spare * weight) / whole);
    const lines = [...APEX];
    for (let host = 0; host < hosts; host++, next++) {
      const [network, high, low] = [next >> 16, (next >> 8) & 255, next & 255];
      lines.push(`host-${host} A 10.${network}.${high}.${low}`);
      if (host % 2 === 1) lines.push(`_http._tcp.host-${host} SRV 0 0 80 host-${host}`);
      reverse[network]!.push(`${low}.${high} PTR host-${host}.${name}.`);
    }
    left -= 2 * hosts + (hosts >> 1);
    const file = `zones/${name}.zone`;
    files.set(file, text(lines));
    return { name, file, hosts };
  });
  for (const [network, lines] of reverse.entries())
    files.set(`zones/${network}.10.in-addr.arpa.zone`, text(lines));
  const [largest] = forward;
  const notes = Array.from({ length: left }, (_, at) => `note-${at} TXT "rack ${at}"`);
  files.set(largest!.file, files.get(largest!.file)! + text(notes));
  return forward;
}

function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
