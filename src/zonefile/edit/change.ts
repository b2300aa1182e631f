import type { Name, RRType } from "../../dns/index.ts";

/** What is to be done to one record of a zone. Names are absolute; data is in uncompressed wire form. */
export type RecordChange =
  | {
      readonly kind: "add";
      readonly owner: Name;
      readonly type: RRType;
      readonly rdata: Uint8Array;
      /** Without it, that of its RRset; for a new RRset the one it inherits. */
      readonly ttl?: number;
    }
  | {
      readonly kind: "remove";
      readonly owner: Name;
      readonly type: RRType;
      readonly rdata: Uint8Array;
      /** The line it starts in: needed only where the record stands in the file more than once. */
      readonly line?: number;
    }
  | {
      readonly kind: "change";
      readonly owner: Name;
      readonly type: RRType;
      readonly rdata: Uint8Array;
      readonly line?: number;
      /** What it is to have instead, as far as that is something else. */
      readonly to: { readonly ttl?: number; readonly rdata?: Uint8Array };
    };

/** Why a file cannot be edited safely, for a reader; with the file that has to be edited, and the line if there is one. */
export interface Refusal {
  readonly refusal: string;
  readonly file: string;
  readonly line?: number;
}

/** The zone's own file with the change made. */
export interface Edited {
  readonly octets: Uint8Array;
}

export type EditResult = Edited | Refusal;
