import type { Finding } from "../rule.ts";
import type { LintZone } from "../zone.ts";
import { atField, atType } from "./place.ts";

/** What is wrong with a chain of NSEC or NSEC3 records, and where: a row; in it a field or a word, else its type. */
export interface ChainFault {
  readonly row: number | undefined;
  readonly field?: number;
  readonly word?: string | undefined;
  readonly message: string;
}

/** The finding of a fault. */
export function chainFinding(zone: LintZone, { row, field, word, message }: ChainFault): Finding {
  if (row === undefined) return { message };
  if (field !== undefined) return { ...atField(zone, row, field), message };
  const token = zone.tokens(row)?.rdata.find(({ text }) => text.toUpperCase() === word);
  return { ...(token ? { row, span: token.span } : atType(zone, row)), message };
}
