import { z } from "zod";

/** The path of a JSON Schema from the repository's root. */
export const SchemaPath = z.string().superRefine((path, context) => {
  const wrong = schemaPathProblem(path);
  if (wrong !== undefined) context.addIssue({ code: "custom", message: wrong });
});

function schemaPathProblem(path: string): string | undefined {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(path))
    return "schemas are not fetched: put it into the repository and write its path";
  if (path.split("/").some((part) => ["", ".", ".."].includes(part)))
    return "expected a path from the repository's root, such as schemas/host.schema.json";
  return /\.(?:json|ya?ml)$/i.test(path) ? undefined : "a schema is a file .json, .yaml or .yml";
}
