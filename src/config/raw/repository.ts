import { z } from "zod";
import { Glob } from "./glob.ts";
import { RawLint } from "./lint.ts";
import { RawPlan } from "./plan.ts";
import { SchemaPath } from "./schema-path.ts";
import { Word } from "./word.ts";

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
  config: z
    .array(z.strictObject({ files: Glob, schema: SchemaPath.optional(), target: Word.optional() }))
    .min(1)
    .optional(),
  checks: z.array(Glob).optional(),
  data: z.array(Glob).optional(),
  lint: RawLint.optional(),
  plan: RawPlan.optional(),
  policy: z.strictObject({ approvals: z.int().min(1).max(100).optional() }).optional(),
  merge: z.strictObject({ method: z.literal("merge").optional() }).optional(),
  deploy: z.strictObject({ branch: z.string().min(1).optional() }).optional(),
});
export type RawRepositoryConfig = z.infer<typeof RawRepositoryConfig>;
