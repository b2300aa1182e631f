import type { Name } from "../name.ts";

/**
 * One token of RDATA in a master file. `text` is what was written, without the quotes, escapes still in; characters
 * above 127 stand for their UTF-8 octets, so octets that are no UTF-8 have to be given as `\DDD`.
 */
export interface RdataField {
  readonly text: string;
  readonly quoted: boolean;
  /** True where no white space stands between it and the token before: `alpn="h2"` is a pair of such tokens. */
  readonly joined?: boolean;
}

/**
 * What a name inside RDATA is for: what the record points at, who is responsible, the primary nameserver (SOA), the
 * zone that signed (RRSIG), or the next owner of the zone (NSEC).
 */
export type RdataNameRole = "target" | "mailbox" | "primary" | "signer" | "next";

/** A name inside RDATA: `offset` and `length` are octets of its uncompressed wire form within the RDATA. */
export interface RdataName {
  readonly name: Name;
  readonly offset: number;
  readonly length: number;
  readonly role: RdataNameRole;
  /** Whether it may be compressed in messages: only in the types of RFC 1035 (RFC 3597 §4). */
  readonly compressible: boolean;
  /** Whether its addresses belong into the additional section of an answer. */
  readonly additional: boolean;
}

/** What an RdataError expects at a token that is one too many. */
export const endOfRdata = "the end of the record";

/** What is wrong with RDATA; `field` is the index of the token at fault (the count of tokens if one is missing). */
export class RdataError extends Error {
  override readonly name = "RdataError";
  readonly field: number | undefined;
  /** What should have stood there, in words: "a preference from 0 to 65535". */
  readonly expected: string | undefined;

  constructor(message: string, at?: { readonly field?: number; readonly expected?: string }) {
    super(message);
    this.field = at?.field;
    this.expected = at?.expected;
  }
}

/** How one record type is written and read. `print` and `names` take uncompressed wire form. */
export interface RdataCodec {
  readonly mnemonic: string;
  readonly code: number;
  readonly rfc: string;
  /** @throws RdataError, naming the token at fault. */
  parse(fields: readonly RdataField[], origin: Name): Uint8Array;
  /** Presentation form with absolute names; throws RdataError if the octets are no RDATA of this type. */
  print(wire: Uint8Array): string;
  /** Every name inside; throws RdataError if the octets are no RDATA of this type. */
  names(wire: Uint8Array): readonly RdataName[];
  /** Presentation form as `print` gives it, and the wire form in lower-case hex. */
  readonly examples: readonly { readonly text: string; readonly wire: string }[];
}
