import { z } from "zod";
import type { RRType } from "../dns/index.ts";
import type { NamePattern } from "./name-pattern.ts";
import { closed, namePatternsOption, typeOption } from "./options.ts";

/** Where the entries of a list come from. */
export type Source =
  | { readonly is: "entries"; readonly value: unknown }
  | { readonly is: "list"; readonly name: string }
  | { readonly is: "from"; readonly path: string; readonly pointer: readonly string[] }
  | { readonly is: "files"; readonly glob: string }
  | {
      readonly is: "names";
      readonly patterns: readonly NamePattern[];
      readonly type: RRType | undefined;
      readonly except: readonly NamePattern[];
    };

const fromOption = closed({ from: z.string().min(1) }).transform(({ from }): Source => {
  const [path = "", fragment = ""] = from.split("#", 2);
  // A JSON Pointer in a fragment (RFC 6901 §3, §6), percent-encoding left out.
  const steps = fragment.split("/").slice(1);
  return {
    is: "from",
    path,
    pointer: steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~")),
  };
});

const filesOption = closed({ files: z.string().min(1) }).transform(
  ({ files }): Source => ({ is: "files", glob: files }),
);

const namesOption = closed({
  names: namePatternsOption,
  type: typeOption.optional(),
  except: namePatternsOption.optional(),
}).transform(({ names, type, except = [] }): Source => ({ is: "names", patterns: names, type, except }));

const options = { from: fromOption, files: filesOption, names: namesOption };

/** Reads `{from: …}`, `{files: …}` or `{names: …}`; undefined where it is none of them. */
export function readSource(
  value: unknown,
): { readonly source: Source } | { readonly error: z.ZodError } | undefined {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return undefined;
  const kind = (["from", "files", "names"] as const).find(
    (key) => Object.hasOwn(value, key) && isText((value as Record<string, unknown>)[key]),
  );
  if (!kind) return undefined;
  const read = options[kind].safeParse(value);
  return read.success ? { source: read.data } : { error: read.error };
}

/** A map of a list's own may have such a key, but with more behind it than a text or texts. */
function isText(value: unknown): boolean {
  return (
    typeof value === "string" || (Array.isArray(value) && value.every((item) => typeof item === "string"))
  );
}
