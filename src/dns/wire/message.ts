import type { Name } from "../name-type.ts";
import type { RRType } from "../type.ts";

/** One DNS message (RFC 1035 §4.1). The OPT record of EDNS is not in `additional`: it is `edns`. */
export interface Message {
  /** 0 to 65535. */
  readonly id: number;
  readonly flags: MessageFlags;
  readonly question: readonly WireQuestion[];
  readonly answer: readonly WireRR[];
  readonly authority: readonly WireRR[];
  readonly additional: readonly WireRR[];
  readonly edns?: Edns;
}

export interface MessageFlags {
  /** True for a response. */
  readonly qr: boolean;
  readonly aa: boolean;
  readonly tc: boolean;
  readonly rd: boolean;
  readonly ra: boolean;
  readonly opcode: number;
  /** All twelve bits: the upper eight travel in the OPT record (RFC 6891 §6.1.3). */
  readonly rcode: number;
}

export interface WireQuestion {
  readonly name: Name;
  readonly type: RRType;
  readonly class: number;
}

export interface WireRR {
  readonly name: Name;
  readonly type: RRType;
  readonly class: number;
  /** Seconds; a value with the top bit set is read as 0 (RFC 2181 §8). */
  readonly ttl: number;
  /** Wire form with every name in it written out in full. */
  readonly rdata: Uint8Array;
}

/** What the OPT record says (RFC 6891 §6.1). */
export interface Edns {
  /** Largest UDP payload the sender takes, in octets. */
  readonly udpSize: number;
  /** "DNSSEC OK" (RFC 3225). */
  readonly do: boolean;
  readonly version: number;
  readonly options: readonly EdnsOption[];
}

export interface EdnsOption {
  readonly code: number;
  readonly data: Uint8Array;
}

/** Octets that are no DNS message, or a message that cannot be written. Says what is wrong and at which octet. */
export class MessageError extends Error {
  override readonly name = "MessageError";
}
