import type { Name, RRType } from "../dns/index.ts";
import type { RecordPlace } from "./resolver.ts";

/** An expectation that does not hold. */
export interface Miss {
  /** What was asked about: "www.acme.example. A". */
  readonly record: string;
  readonly expected: string;
  readonly found: string;
  /** The record that is wrong. */
  readonly at?: RecordPlace | undefined;
  /** The record that is not there. */
  readonly missing?: { readonly name: Name; readonly type: RRType };
  /** Not wrong, but nobody answered who could tell. */
  readonly unknown?: true;
}
