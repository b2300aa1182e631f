import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import addFormatsModule from "ajv-formats";
import {
  type Description,
  jsonSchema,
  type Operation,
  parametersOf,
  readDescription,
  responseOf,
  type Schema,
} from "./contract/description.ts";
import { apiPath, createRouter, type Match } from "./contract/routes.ts";
import { schemaPrefix, toJsonSchema } from "./contract/schema.ts";
import { upstreamError } from "./contract/upstream-errors.ts";

/** Something said or answered that GitHub's published description does not allow. */
export interface Violation {
  /** `POST /repos/{owner}/{repo}/check-runs`, or the URL where no operation fits. */
  readonly operation: string;
  readonly part: "route" | "path" | "query" | "request body" | "status" | "response body";
  readonly message: string;
}

/** Judges requests and responses by GitHub's OpenAPI description (api.github.com.json). */
export class Contract {
  readonly #description: Description = readDescription();
  readonly #find = createRouter(this.#description);
  readonly #ajv = createAjv(this.#description);
  readonly #compiled = new Map<string, ValidateFunction>();

  /** What is wrong with a request; `body` is the parsed JSON, undefined for none. */
  validateRequest(method: string, url: string, body: unknown): Violation[] {
    const { path, query } = apiPath(url);
    const match = this.#find(method, path);
    if (!match)
      return [
        { operation: `${method} ${path}`, part: "route", message: "is no operation listed in operations.ts" },
      ];
    return [
      ...this.#validateParameters(method, match, query),
      ...this.#validateRequestBody(method, match, body),
    ];
  }

  /** What is wrong with a response; known errors of the description itself are left out (upstream-errors.ts). */
  validateResponse(method: string, url: string, status: number, body: unknown): Violation[] {
    const { path } = apiPath(url);
    const match = this.#find(method, path);
    if (!match || status >= 500 || universalStatuses.has(status)) return [];
    const operation = operationName(method, match);
    const response = responseOf(this.#description, match.operation, status);
    if (response === undefined) {
      const message = `${status} is not documented`;
      return upstreamError(operation, message) ? [] : [{ operation, part: "status", message }];
    }
    const schema = jsonSchema(response);
    if (schema === undefined) return [];
    return this.#check(`${operation} ${status}`, toJsonSchema(schema), body)
      .filter((message) => !upstreamError(operation, message))
      .map((message) => ({ operation, part: "response body", message }));
  }

  #validateParameters(method: string, match: Match, query: URLSearchParams): Violation[] {
    const operation = operationName(method, match);
    const violations: Violation[] = [];
    const known = parametersOf(this.#description, match.operation);
    const given = [
      ...Object.entries(match.parameters).map(([name, value]) => ["path", name, value] as const),
      ...[...query].map(([name, value]) => ["query", name, value] as const),
    ];
    for (const [where, name, value] of given) {
      const parameter = known.find((one) => one.in === where && one.name === name);
      const messages = parameter
        ? this.#check(
            `${operation} ${where} ${name}`,
            toJsonSchema(parameter.schema),
            fromText(value, parameter.schema),
          )
        : [`${name} is no parameter`];
      violations.push(
        ...messages.map((message) => ({ operation, part: where, message: `${name}: ${message}` })),
      );
    }
    return violations;
  }

  #validateRequestBody(method: string, match: Match, body: unknown): Violation[] {
    const operation = operationName(method, match);
    const violation = (message: string): Violation => ({ operation, part: "request body", message });
    const schema = jsonSchema(match.operation.requestBody);
    if (body === undefined) return match.operation.requestBody?.required ? [violation("is missing")] : [];
    if (schema === undefined) return isEmpty(body) ? [] : [violation("is not documented")];
    return this.#check(`${operation} body`, strictBody(this.#description, schema), body).map(violation);
  }

  #check(key: string, schema: Schema, value: unknown): string[] {
    let validate = this.#compiled.get(key);
    if (!validate) {
      validate = this.#ajv.compile(schema);
      this.#compiled.set(key, validate);
    }
    return validate(value) ? [] : (validate.errors ?? []).map(describe);
  }
}

/** Wraps fetch so that a request GitHub does not describe throws, and a response it does not describe is reported. */
export function contractFetch(
  report: (violation: Violation) => void,
  fetch: typeof globalThis.fetch = globalThis.fetch,
  contract: Contract = new Contract(),
): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const body = jsonOf(await request.clone().text());
    const violations = contract.validateRequest(request.method, request.url, body);
    if (violations.length > 0) throw new Error(violations.map(formatViolation).join("\n"));
    const response = await fetch(request);
    const answer = jsonOf(await response.clone().text());
    contract.validateResponse(request.method, request.url, response.status, answer).forEach(report);
    return response;
  };
}

export function formatViolation({ operation, part, message }: Violation): string {
  return `${operation}: ${part} ${message}`;
}

/** Statuses GitHub gives on any operation, documented there or not: authentication, rate limits. */
const universalStatuses = new Set([401, 403, 404, 429]);

function operationName(method: string, match: { template: string; operation: Operation }): string {
  return `${method.toUpperCase()} ${match.template}`;
}

function createAjv(description: Description): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
  const addFormats = addFormatsModule as unknown as (ajv: Ajv) => Ajv;
  addFormats(ajv);
  for (const format of ["repo.nwo", "timezone"]) ajv.addFormat(format, true);
  for (const [name, schema] of Object.entries(description.components.schemas)) {
    ajv.addSchema(toJsonSchema(schema), schemaPrefix + name);
  }
  return ajv;
}

/** A body's schema, strict also where it is one component. */
function strictBody(description: Description, schema: Schema): Schema {
  if (typeof schema.$ref !== "string") return toJsonSchema(schema, true);
  const component = description.components.schemas[schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1)];
  return toJsonSchema(component ?? schema, true);
}

/** A path or query parameter's text as the type its schema has. */
function fromText(text: string, schema: Schema): unknown {
  if (schema.type === "integer" || schema.type === "number")
    return /^-?\d+$/.test(text) ? Number(text) : text;
  if (schema.type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  return text;
}

function describe(error: ErrorObject): string {
  const where = error.instancePath === "" ? "" : `${error.instancePath} `;
  const extra = Object.values(error.params)
    .filter((value) => typeof value === "string")
    .join(", ");
  return `${where}${error.message ?? error.keyword}${extra && !error.message?.includes(extra) ? ` (${extra})` : ""}`;
}

function isEmpty(body: unknown): boolean {
  return typeof body === "object" && body !== null && Object.keys(body).length === 0;
}

function jsonOf(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
