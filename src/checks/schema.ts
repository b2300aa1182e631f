import { z } from "zod";
import { closed } from "./options.ts";

/** What a file of checks looks like before templates are filled in; each expectation is read by its own kind. */
export const checkFileSchema = closed({
  lists: z.record(z.string(), z.unknown()).optional(),
  checks: z
    .array(
      closed({
        name: z.string().trim().min(1).max(200),
        owner: z.string().min(1).max(200).optional(),
        view: z.string().min(1).max(100).optional(),
        for: z.record(z.string(), z.unknown()).optional(),
        except: z.unknown().optional(),
        expect: z.array(z.record(z.string(), z.unknown())).min(1),
      }),
    )
    .min(1)
    .max(1_000),
});

export type CheckFileContent = z.infer<typeof checkFileSchema>;
export type RawCheck = CheckFileContent["checks"][number];
