import type { z } from "zod";
import type { Miss } from "./miss.ts";
import type { Questions } from "./questions.ts";
import type { Later } from "./template.ts";

export type { Miss } from "./miss.ts";

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
  /** Whether it looks at several views itself: then it is asked once, not once in each. */
  readonly acrossViews?: true;
  /** A variable that the kind fills in itself, once for each thing it looks at. */
  readonly fills?: Later;
  /** Asks or walks something at least once; no miss means that it holds. */
  evaluate(options: z.infer<O>, ask: Questions): readonly Miss[];
}

export type AnyAssertion = AssertionKind;
