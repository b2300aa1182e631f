import { z } from "zod";
import { readPattern } from "../zone-pattern.ts";

/** A zone's name, or `*.` and a name for all zones below it; in normal form. */
export const ZonePattern = z.string().transform((text, context) => {
  const read = readPattern(text);
  if ("pattern" in read) return read.pattern;
  context.addIssue({ code: "custom", message: read.problem });
  return z.NEVER;
});
