import { z } from "zod";
import { guardIds, namePatternProblem } from "../../plan/index.ts";

const NamePattern = z.string().superRefine((pattern, context) => {
  const wrong = namePatternProblem(pattern);
  if (wrong !== undefined) context.addIssue({ code: "custom", message: wrong });
});

const Limit = z.strictObject({
  count: z.int().min(0).optional(),
  share: z.number().min(0).max(100).optional(),
});

const Guard = z.union([
  z.literal("off"),
  z.strictObject({
    removed: Limit.optional(),
    changed: Limit.optional(),
    added: Limit.optional(),
    approvals: z.int().min(2).max(100).optional(),
  }),
]);

/** What is written of plans: names to look at twice, and guards by their id. */
export const RawPlan = z.strictObject({
  critical: z.array(NamePattern).max(1_000).optional(),
  guards: z.strictObject(Object.fromEntries(guardIds.map((id) => [id, Guard.optional()]))).optional(),
});
export type RawPlan = z.infer<typeof RawPlan>;
