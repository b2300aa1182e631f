import type { Facts } from "../facts.ts";
import type { Linted } from "./lint-share.ts";
import type { Parsed, ZoneToParse } from "./parse-share.ts";
import type { SharePlan } from "./shares.ts";

/** What a thread is told to do its share of. */
export interface ParseOrder {
  readonly task: "parse";
  readonly facts: Facts;
  readonly zones: readonly ZoneToParse[];
  readonly shares: SharePlan;
}

export interface LintOrder {
  readonly task: "lint";
  readonly facts: Facts;
  /** Every zone, by whatever thread it was parsed. */
  readonly parsed: readonly Parsed[];
  readonly after: SharePlan;
  readonly before: SharePlan;
}

export type Order = ParseOrder | LintOrder;

/** What comes of an order. */
export type ResultOf<Of extends Order> = Of extends ParseOrder ? Parsed : Linted;

export type Answer<Of extends Order = Order> = { readonly result: ResultOf<Of> } | { readonly fault: string };
