/** How the value of a keyword holds further schemas. */
export type Holds = "schema" | "list of schemas" | "map of schemas" | "no schema";

const one = ["additionalProperties", "contains", "contentSchema", "else", "if", "items", "not"] as const;
const ones = ["propertyNames", "then", "unevaluatedItems", "unevaluatedProperties"] as const;
const lists = ["allOf", "anyOf", "oneOf", "prefixItems"] as const;
const maps = ["$defs", "definitions", "dependentSchemas", "patternProperties", "properties"] as const;
const none = [
  ...["$anchor", "$comment", "$dynamicAnchor", "$dynamicRef", "$id", "$ref", "$schema"],
  ...["const", "contentEncoding", "contentMediaType", "default", "dependentRequired", "deprecated"],
  ...["description", "enum", "examples", "exclusiveMaximum", "exclusiveMinimum", "format", "maxContains"],
  ...["maxItems", "maxLength", "maxProperties", "maximum", "minContains", "minItems", "minLength"],
  ...["minProperties", "minimum", "multipleOf", "pattern", "readOnly", "required", "title", "type"],
  ...["uniqueItems", "writeOnly"],
] as const;

/** The keywords of JSON Schema, draft 2020-12, and `definitions`, which many still write for `$defs`. */
export const keywords: ReadonlyMap<string, Holds> = new Map<string, Holds>([
  ...[...one, ...ones].map((keyword) => [keyword, "schema"] as const),
  ...lists.map((keyword) => [keyword, "list of schemas"] as const),
  ...maps.map((keyword) => [keyword, "map of schemas"] as const),
  ...none.map((keyword) => [keyword, "no schema"] as const),
]);

/** Keywords whose schemas look at the same value, and not at something inside it. */
export const inPlace: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "if", "then", "else"]);

/** Keywords that mean nothing unless one of these stands beside them. */
export const besides: ReadonlyMap<string, readonly string[]> = new Map([
  ["if", ["then", "else"]],
  ["then", ["if"]],
  ["else", ["if"]],
  ["minContains", ["contains"]],
  ["maxContains", ["contains"]],
]);

/** What to write instead of keywords that other drafts had. */
export const replaced: ReadonlyMap<string, string> = new Map([
  ["additionalItems", "since draft 2020-12 it is items, and what items was is prefixItems"],
  ["dependencies", "since draft 2019-09 it is dependentRequired or dependentSchemas"],
  ["id", "since draft 6 it is $id"],
  ["nullable", 'in JSON Schema it is "null" in the list of types'],
  ["$recursiveRef", "since draft 2020-12 it is $dynamicRef"],
  ["$recursiveAnchor", "since draft 2020-12 it is $dynamicAnchor"],
]);
