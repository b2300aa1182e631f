import { directives } from "./directives.ts";
import { generate } from "./generate.ts";
import { lines } from "./lines.ts";
import { load } from "./load.ts";
import { more } from "./more.ts";
import { names } from "./names.ts";
import { parens } from "./parens.ts";
import { quotes } from "./quotes.ts";
import { rdata } from "./rdata.ts";
import { soa } from "./soa.ts";
import type { TortureCase } from "./torture-case.ts";
import { ttl } from "./ttl.ts";
import { types } from "./types.ts";
import { unknown } from "./unknown.ts";

/**
 * Named cases on which name servers disagree or fail, by section: the rows of the torture list that need no record
 * type beyond those understood here, with the list's ids; and `more` of our own.
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
};
