import { type Name, TYPE } from "../dns/index.ts";
import { targetOf } from "./rdata.ts";

/** SvcParamKeys that checks look at (RFC 9460 §14.3.2). */
const PORT = 3;
const IPV4HINT = 4;
const IPV6HINT = 6;

/** A SVCB or HTTPS record (RFC 9460 §2.2). */
export interface ServiceBinding {
  /** 0 makes an alias of the target. */
  readonly priority: number;
  /** "." stands for the owner, or for no service in an alias. */
  readonly target: Name;
  readonly port: number | undefined;
}

export function readServiceBinding(rdata: Uint8Array): ServiceBinding {
  const port = parameters(rdata).get(PORT);
  return {
    priority: Buffer.from(rdata).readUInt16BE(0),
    target: targetOf(TYPE.SVCB, rdata),
    port: port && Buffer.from(port).readUInt16BE(0),
  };
}

/** The addresses in ipv4hint and ipv6hint. */
export function addressHints(rdata: Uint8Array): readonly Uint8Array[] {
  const found = parameters(rdata);
  return [[found.get(IPV4HINT), 4] as const, [found.get(IPV6HINT), 16] as const].flatMap(([octets, size]) =>
    octets
      ? Array.from({ length: octets.length / size }, (_, at) => octets.subarray(at * size, (at + 1) * size))
      : [],
  );
}

/** By key, in wire form: after priority and target, key, length and value of each. */
function parameters(rdata: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const found = new Map<number, Uint8Array>();
  const octets = Buffer.from(rdata.buffer, rdata.byteOffset, rdata.length);
  let at = 2;
  while (octets[at]! > 0) at += 1 + octets[at]!;
  at += 1;
  while (at + 4 <= octets.length) {
    const length = octets.readUInt16BE(at + 2);
    found.set(octets.readUInt16BE(at), octets.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return found;
}
