import type { z } from "zod";
import type { Path } from "./document.ts";

/** A schema's complaint for a reader; `key` tells that it is about the key at the path, not the value. */
export interface Issue {
  readonly path: Path;
  readonly message: string;
  readonly key: boolean;
}

/** One issue a problem: for unknown keys one for each, with the key in the path. */
export function readIssues(error: z.ZodError): Issue[] {
  return error.issues.flatMap((issue): Issue[] => {
    const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
    if (issue.code === "unrecognized_keys") {
      const messages = issue.message.split("\n");
      return issue.keys.map((key, index) => ({
        path: [...path, key],
        message: messages[index] ?? issue.message,
        key: true,
      }));
    }
    const key = issue.code === "custom" && issue.params?.key === true;
    return [{ path, message: describe(issue, path), key }];
  });
}

function describe(issue: z.core.$ZodIssue, path: Path): string {
  const what = path.length === 0 ? "the file" : `"${path.filter((step) => typeof step === "string").at(-1)}"`;
  if (issue.code === "invalid_type" && /received undefined$/.test(issue.message)) return `${what} is missing`;
  if (issue.code === "custom") return issue.message;
  return `${what}: ${lowerFirst(issue.message)}`;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
