import { z } from "zod";
import { globProblem } from "../glob.ts";

/** A pattern of paths. */
export const Glob = z.string().superRefine((glob, context) => {
  const wrong = globProblem(glob);
  if (wrong !== undefined) context.addIssue({ code: "custom", message: wrong });
});
