import { type Name, nameKey, type RRType } from "../../dns/index.ts";

/** A question to a nameserver. */
export interface ServedQuestion {
  readonly name: Name;
  readonly type: RRType;
}

/** A record of an answer, its owner in key form. */
export interface ServedRecord {
  readonly name: Name;
  readonly type: RRType;
  /** Seconds. */
  readonly ttl: number;
  readonly rdata: Uint8Array;
}

/** What one nameserver said to a question: plain data, as it travels between threads. */
export type ServedAnswer =
  | {
      readonly is: "answer";
      readonly rcode: number;
      /** The AA bit. */
      readonly authoritative: boolean;
      /** The answer section. */
      readonly records: readonly ServedRecord[];
      /** Where the authority section delegates to, in key form. */
      readonly cut?: Name;
    }
  | {
      readonly is: "silence";
      /** Why there is no answer: "no answer within 2000 ms". */
      readonly why: string;
    };

/** All that one nameserver said, by `servedKey`. */
export type ServedAnswers = ReadonlyMap<string, ServedAnswer>;

export function servedKey({ name, type }: ServedQuestion): string {
  return `${nameKey(name)} ${type}`;
}
