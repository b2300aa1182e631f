import { z } from "zod";

/** The keys a schema knows in the object at `path`, for proposing one instead of an unknown key. */
export function keysOf(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  let level = [schema];
  for (const part of path) level = level.flatMap((inner) => step(inner, part));
  return [
    ...new Set(level.flatMap((inner) => objects(inner)).flatMap((object) => Object.keys(object.shape))),
  ];
}

function step(schema: z.core.$ZodType, part: PropertyKey): z.core.$ZodType[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option) => step(option, part));
  if (inner instanceof z.ZodArray) return [inner.element];
  if (inner instanceof z.ZodRecord) return [inner.valueType];
  if (!(inner instanceof z.ZodObject)) return [];
  const property: z.core.$ZodType | undefined = inner.shape[String(part)];
  return property ? [property] : [];
}

function objects(schema: z.core.$ZodType): z.ZodObject[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option) => objects(option));
  return inner instanceof z.ZodObject ? [inner] : [];
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return unwrap(schema.unwrap());
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return unwrap(schema.unwrap());
  if (schema instanceof z.ZodPipe) return unwrap(schema.in);
  return schema;
}
