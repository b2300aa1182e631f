import { readFileSync } from "node:fs";

/** A JSON Schema as OpenAPI 3.0 writes it. */
export type Schema = { readonly [keyword: string]: unknown };

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Reference {
  readonly $ref: string;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Content | Reference>>;
}

/** GitHub's OpenAPI description, trimmed by trim.ts. */
export interface Description {
  readonly source: string;
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly responses: Readonly<Record<string, Content>>;
  };
}

export function readDescription(): Description {
  return JSON.parse(readFileSync(new URL("api.github.com.json", import.meta.url), "utf8")) as Description;
}

/** The operation's parameters with references followed. */
export function parametersOf(description: Description, operation: Operation): Parameter[] {
  return (operation.parameters ?? []).map((parameter) =>
    "$ref" in parameter ? description.components.parameters[lastPart(parameter.$ref)]! : parameter,
  );
}

/** What the operation documents for a status; undefined if it documents none. */
export function responseOf(
  description: Description,
  operation: Operation,
  status: number,
): Content | undefined {
  const response = operation.responses[String(status)];
  return response !== undefined && "$ref" in response
    ? description.components.responses[lastPart(response.$ref)]
    : response;
}

/** The schema of JSON content; undefined where there is no JSON content. */
export function jsonSchema(content: Content | undefined): Schema | undefined {
  return Object.entries(content?.content ?? {}).find(([type]) => type.includes("json"))?.[1].schema;
}

function lastPart(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}
