import type { Span } from "../../base/index.ts";

/** A comment in a zone file that asks for findings to be left out: `; zonewright-ignore rule-id -- reason`. */
export interface Ignore {
  /** The comment. */
  readonly span: Span;
  /** Ids of the rules it is about; at least one. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** Lines of the file it speaks of, both included; undefined: the whole file. */
  readonly lines: { readonly from: number; readonly to: number } | undefined;
}
