import { directives } from "./directives.ts";
import { generate } from "./generate.ts";
import { lines } from "./lines.ts";
import { load } from "./load.ts";
import { more } from "./more.ts";
import { names } from "./names.ts";
import { parens } from "./parens.ts";
import { quotes } from "./quotes.ts";
import { rdata } from "./rdata.ts";
import { recordTypes } from "./record-types.ts";
import { soa } from "./soa.ts";
import type { TortureCase } from "./torture-case.ts";
import { ttl } from "./ttl.ts";
import { types } from "./types.ts";
import { unknown } from "./unknown.ts";

/**
 * Named cases on which name servers disagree or fail, by section: every row of the torture list with the list's id,
 * and `more` and `recordTypes` of our own.
 */
export const torture: Readonly<Record<string, readonly TortureCase[]>> = {
  lines,
  parens,
  quotes,
  names,
  ttl,
  directives,
  generate,
  unknown,
  rdata,
  soa,
  types,
  load,
  more,
  recordTypes,
};
