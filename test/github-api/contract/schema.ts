import type { Schema } from "./description.ts";

/** Where the component schemas are registered with Ajv. */
export const schemaPrefix = "gh:";

/**
 * JSON Schema of an OpenAPI 3.0 schema: `nullable` becomes a type, references point at the registered components.
 * A strict schema refuses properties it does not name: for what is sent, so that a misspelt field is found.
 */
export function toJsonSchema(schema: Schema, strict = false): Schema {
  return convert(schema, strict, strict);
}

function convert(schema: Schema, strict: boolean, closed: boolean): Schema {
  if (typeof schema.$ref === "string") {
    return { $ref: schemaPrefix + schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1) };
  }
  const { nullable, ...keywords } = schema;
  const converted: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(keywords)) {
    converted[keyword] = convertKeyword(keyword, value, schema, strict);
  }
  if (closed && schema.properties !== undefined && typeof schema.additionalProperties !== "object") {
    converted.additionalProperties = false;
  }
  return nullable === true ? orNull(converted) : converted;
}

function convertKeyword(keyword: string, value: unknown, schema: Schema, strict: boolean): unknown {
  switch (keyword) {
    case "properties":
      return Object.fromEntries(
        Object.entries(value as Record<string, Schema>).map(([name, inner]) => [
          name,
          convert(inner, strict, strict),
        ]),
      );
    case "items":
      return convert(value as Schema, strict, strict);
    case "additionalProperties":
      return typeof value === "object" ? convert(value as Schema, strict, strict) : value;
    case "oneOf":
    case "anyOf":
    case "allOf":
      // Branches beside `properties` only add conditions: closing them would refuse the properties next to them.
      return (value as Schema[]).map((branch) =>
        convert(branch, strict, strict && keyword !== "allOf" && schema.properties === undefined),
      );
    default:
      return value;
  }
}

function orNull(schema: Record<string, unknown>): Schema {
  if (schema.type === undefined) return { anyOf: [schema, { type: "null" }] };
  return {
    ...schema,
    type: [schema.type, "null"],
    ...(Array.isArray(schema.enum) && !schema.enum.includes(null) ? { enum: [...schema.enum, null] } : {}),
  };
}
