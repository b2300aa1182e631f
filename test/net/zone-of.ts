import type { ZoneVersion } from "../../src/deploy/index.ts";
import {
  contentHash,
  type Name,
  parseName,
  rdataFromText,
  typeCode,
  type Zone,
  ZoneBuilder,
} from "../../src/dns/index.ts";

/** A zone from lines of `owner ttl type rdata…`, with an SOA of this serial and two nameservers put before them. */
export function zoneOf(apexText: string, serial: number, lines: readonly string[] = []): Zone {
  const apex = parseName(apexText);
  const builder = new ZoneBuilder(apex);
  const standing = [
    `@ 3600 SOA ns1 hostmaster ${serial} 3600 600 1209600 300`,
    "@ 3600 NS ns1",
    "ns1 3600 A 192.0.2.53",
  ];
  for (const line of [...standing, ...lines]) {
    const [owner, ttl, type, ...rdata] = line.match(/"(?:[^"\\]|\\.)*"|\S+/g)!;
    const code = typeCode(type!)!;
    builder.add({
      owner: parseName(owner!, apex),
      type: code,
      ttl: Number(ttl),
      rdata: rdataFromText(code, rdata.map(asField), apex),
    });
  }
  return builder.build();
}

/** The same as a version to publish. */
export function versionOf(zone: Zone, view = "default"): ZoneVersion {
  return {
    name: zone.apex,
    view,
    serial: zone.soa()!.serial,
    contentHash: contentHash(zone),
    commit: "0123456789abcdef0123456789abcdef01234567",
    zone,
  };
}

export function name(text: string): Name {
  return parseName(text);
}

function asField(token: string): { text: string; quoted: boolean } {
  return token.startsWith('"') ? { text: token.slice(1, -1), quoted: true } : { text: token, quoted: false };
}
