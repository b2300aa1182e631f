import { z } from "zod";

/** A short name: of a view or a target. */
export const Word = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/, "expected a short name of letters, digits, - and _");
