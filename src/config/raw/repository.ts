import { z } from "zod";
import { ruleSets } from "../../lint/index.ts";
import { globProblem } from "../glob.ts";
import { Word } from "./word.ts";

const Glob = z.string().superRefine((glob, context) => {
  const wrong = globProblem(glob);
  if (wrong !== undefined) context.addIssue({ code: "custom", message: wrong });
});

/** A repository's configuration as written: everything optional but the version. */
export const RawRepositoryConfig = z.strictObject({
  version: z.literal(1),
  zones: z
    .array(
      z.strictObject({
        files: Glob,
        name: z.string().min(1).optional(),
        view: Word.optional(),
        serial: z.enum(["managed", "from-file"]).optional(),
        target: Word.optional(),
      }),
    )
    .min(1)
    .optional(),
  checks: z.array(Glob).optional(),
  lint: z
    .strictObject({
      set: z.enum(ruleSets).optional(),
      rules: z.record(z.string(), z.enum(["off", "info", "warning", "error"])).optional(),
    })
    .optional(),
  policy: z.strictObject({ approvals: z.int().min(1).max(100).optional() }).optional(),
  merge: z.strictObject({ method: z.literal("merge").optional() }).optional(),
  deploy: z.strictObject({ branch: z.string().min(1).optional() }).optional(),
});
export type RawRepositoryConfig = z.infer<typeof RawRepositoryConfig>;
