import { z } from "zod";
import { ruleSets, servers } from "../../lint/index.ts";
import { Glob } from "./glob.ts";
import { Word } from "./word.ts";
import { ZonePattern } from "./zone-pattern.ts";

const Level = z.enum(["off", "info", "warning", "error"]);

/** `off`, a severity, or a map of `severity` and the rule's own options, which are held against the rule later. */
const RuleSetting = z.union([
  Level,
  z.object({ severity: Level.optional() }).catchall(z.union([z.number(), z.string(), z.array(z.string())])),
]);

const Rules = z.record(z.string(), RuleSetting);

/** The `lint` part of a repository's configuration, as written. */
export const RawLint = z.strictObject({
  set: z.enum(ruleSets).optional(),
  servers: z.array(z.enum(servers)).min(1).optional(),
  rules: Rules.optional(),
  overrides: z
    .array(
      z.strictObject({
        zones: z.array(ZonePattern).min(1).optional(),
        views: z.array(Word).min(1).optional(),
        files: z.array(Glob).min(1).optional(),
        set: z.enum(ruleSets).optional(),
        rules: Rules.optional(),
      }),
    )
    .optional(),
});
export type RawLint = z.infer<typeof RawLint>;
export type RawRuleSetting = z.infer<typeof RuleSetting>;
