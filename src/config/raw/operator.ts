import { z } from "zod";
import { parseTtl } from "../../dns/index.ts";
import { Word } from "./word.ts";
import { ZonePattern } from "./zone-pattern.ts";

const Duration = z
  .union([z.int(), z.string()])
  .transform((value, context) =>
    milliseconds(value, context, "expected a time from 1s to 1d, such as 90s or 5m"),
  );

const Schedule = z
  .union([z.int(), z.string()])
  .transform((value, context) =>
    value === "off"
      ? value
      : milliseconds(value, context, "expected off, or a time from 1s to 1d, such as 90s or 5m"),
  );

function milliseconds(value: string | number, context: z.core.$RefinementCtx, expected: string): number {
  const seconds = parseTtl(String(value));
  if (seconds !== undefined && seconds >= 1 && seconds <= 86_400) return seconds * 1000;
  context.addIssue({ code: "custom", message: expected });
  return z.NEVER;
}

const PublicUrl = z
  .url({ protocol: /^https?$/, error: "expected a URL that starts with https://" })
  .refine((url) => !/[?#@]/.test(url), "expected a URL without user, query and fragment")
  .transform((url) => url.replace(/(?<!\/)\/+$/, ""));

/** The operator's configuration as written. The options of a target are read by the schema of its kind. */
export const RawOperatorConfig = z.strictObject({
  listen: z
    .strictObject({ address: z.string().min(1).optional(), port: z.int().min(0).max(65_535).optional() })
    .optional(),
  store: z.strictObject({ path: z.string().min(1).optional() }).optional(),
  logLevel: z.enum(["debug", "info", "warn", "error", "silent"]).optional(),
  publicUrl: PublicUrl.optional(),
  sweep: z.strictObject({ every: Duration.optional() }).optional(),
  monitor: z.strictObject({ every: Schedule.optional() }).optional(),
  sandbox: z
    .strictObject({ time: Duration.optional(), memoryMb: z.int().min(16).max(1024).optional() })
    .optional(),
  targets: z.record(Word, z.looseObject({ kind: z.string() })),
  repositories: z
    .array(
      z.strictObject({
        repository: z.string().regex(/^[A-Za-z0-9_-]+\/[A-Za-z0-9._-]+$/, "expected owner/name"),
        branch: z.string().min(1),
        target: z.string(),
        zones: z.array(ZonePattern).min(1),
        views: z.array(Word).min(1).optional(),
        adopt: z
          .string()
          .regex(/^[0-9a-f]{40}$/, "expected a commit's full id: 40 hex digits")
          .optional(),
      }),
    )
    .min(1),
});
export type RawOperatorConfig = z.infer<typeof RawOperatorConfig>;
