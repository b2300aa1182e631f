import { type Name, nameKey, type RRType, rdataNames, TYPE, typeName } from "../../dns/index.ts";
import { comparable } from "../rdata.ts";
import type { Resolution } from "../resolver.ts";
import type { Answer, DnsRecord } from "./api.d.ts";

/** An answer as checks see it. */
export function answerOf(name: Name, type: RRType, resolution: Resolution): Answer {
  const { chain, rdata, ttl } = resolution;
  const owner = nameKey(chain.at(-1) ?? name);
  const records = rdata.map((one) => recordOf({ owner, type, ttl, rdata: one }));
  return {
    name: nameKey(name),
    type: typeName(type),
    kind: resolution.kind as Answer["kind"],
    records,
    values: records.map(({ value }) => value),
    ttl,
    chain: chain.map(nameKey),
  };
}

interface RecordParts {
  readonly owner: Name;
  readonly type: RRType;
  readonly ttl: number;
  readonly rdata: Uint8Array;
}

/** A record as checks see it: without its place, on which no verdict may rest. */
export function recordOf({ owner, type, ttl, rdata }: RecordParts): DnsRecord {
  const target = rdataNames(type, rdata).find(({ role }) => role === "target")?.name;
  return {
    owner,
    type: typeName(type),
    ttl,
    value: comparable(type, rdata),
    ...(target !== undefined && { target: nameKey(target) }),
    ...numbersOf(type, Buffer.from(rdata.buffer, rdata.byteOffset, rdata.length)),
  };
}

/** The numbers before the target of SRV (RFC 2782) and MX (RFC 1035 §3.3.9). */
function numbersOf(type: RRType, rdata: Buffer): Pick<DnsRecord, "priority" | "weight" | "port"> {
  if (type === TYPE.SRV && rdata.length > 6)
    return { priority: rdata.readUInt16BE(0), weight: rdata.readUInt16BE(2), port: rdata.readUInt16BE(4) };
  return type === TYPE.MX && rdata.length > 2 ? { priority: rdata.readUInt16BE(0) } : {};
}
