import type { Diagnostic } from "../diagnostic/index.ts";
import { findCommentedOut } from "./commented-out.ts";
import { findMixedSpacing } from "./mixed-spacing.ts";
import type { ParserRule } from "./rules.ts";

/** What a rule finds in one file. */
export type Scan = (octets: Uint8Array, file: string) => readonly Diagnostic[];

/** Rules that reading does not look for: each takes a pass of its own over a file, and most repositories want none. */
export const scansOnRequest: Partial<Readonly<Record<ParserRule, Scan>>> = {
  "enc-tabs-mixed": findMixedSpacing,
  "rr-commented-out": findCommentedOut,
};
