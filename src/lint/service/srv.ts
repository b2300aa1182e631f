import { type Name, nameFromWire } from "../../dns/index.ts";

/** The data of an SRV record (RFC 2782). */
export interface ServiceData {
  readonly priority: number;
  readonly weight: number;
  readonly port: number;
  readonly target: Name;
}

export function readService(rdata: Uint8Array): ServiceData {
  const u16 = (at: number) => rdata[at]! * 0x100 + rdata[at + 1]!;
  return { priority: u16(0), weight: u16(2), port: u16(4), target: nameFromWire(rdata, 6).name };
}
