import type { z } from "zod";
import type { Name, RRType } from "../dns/index.ts";
import type { Questions } from "./questions.ts";
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
}

/**
 * A kind of expectation that a YAML check may state, one file. `options` reads the whole expectation, the key named
 * like the kind (its subject) included.
 */
export interface AssertionKind<K extends string = string, O extends z.ZodType = z.ZodType> {
  readonly kind: K;
  /** One sentence: what holds where it passes. */
  readonly summary: string;
  readonly options: O;
  /** An expectation as it stands under `expect:`, in YAML. */
  readonly example: string;
  /** Asks at least one question; no miss means that it holds. */
  evaluate(options: z.infer<O>, ask: Questions): readonly Miss[];
}

export type AnyAssertion = AssertionKind;
