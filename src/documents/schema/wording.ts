import type { ErrorObject } from "ajv/dist/2020.js";
import { didYouMean } from "../../base/index.ts";
import { COST } from "./cost.ts";
import { type Finding, foundText, pathOf, pathText, quoted, valueAt } from "./finding.ts";

/** Values that a message lists. */
const FEW = 12;

/** One of Ajv's errors in words; undefined where others say it better. `root` is the document's value. */
export function findingOf(error: ErrorObject, root: unknown): Finding | undefined {
  const path = pathOf(error.instancePath, root);
  const { keyword, params } = error;
  // About a key, which Ajv takes for a value of its own.
  if (error.propertyName !== undefined && keyword !== "propertyNames") return undefined;
  switch (keyword) {
    case "if":
      return undefined;
    case "required":
      return missing(error, root, params.missingProperty);
    case "dependentRequired":
      return {
        path,
        message: `${inPath(path)}"${params.property}" stands without "${params.missingProperty}", which belongs with it`,
      };
    case "additionalProperties":
      return unknownKey(error, root, params.additionalProperty);
    case "unevaluatedProperties":
      return unknownKey(error, root, params.unevaluatedProperty);
    case "propertyNames": {
      const names = (error.parentSchema?.propertyNames ?? {}) as Record<string, unknown>;
      const rule =
        typeof names.pattern === "string"
          ? `: it does not match ${names.pattern}`
          : " may not be called that";
      return {
        path: [...path, params.propertyName],
        key: true,
        message: `the key "${params.propertyName}"${rule}`,
      };
    }
    case "not":
      if (Object.keys(withoutCost(error.schema) as object).length > 0) return unfit(error, root);
      return { path, message: `${pathText(path)}: nothing may be here` };
    case "false schema":
      return { path, key: true, message: `${pathText(path)}: nothing may be here` };
    default:
      return unfit(error, root);
  }
}

function unfit(error: ErrorObject, root: unknown): Finding {
  const path = pathOf(error.instancePath, root);
  const wanted = wantedBy(error);
  const found = valueAt(root, path);
  return { path, wanted, message: `${pathText(path)}: expected ${wanted}${insteadOf(error, found)}` };
}

function missing(error: ErrorObject, root: unknown, key: string): Finding {
  const path = pathOf(error.instancePath, root);
  const schemas = error.parentSchema?.properties as Record<string, unknown> | undefined;
  const schema = schemas && Object.hasOwn(schemas, key) ? schemas[key] : undefined;
  const description =
    schema !== null && typeof schema === "object" && "description" in schema ? schema.description : undefined;
  const what = typeof description === "string" && description.length <= 120 ? ` (${description})` : "";
  return { path, missing: key, message: `${inPath(path)}"${key}" is missing${what}` };
}

function unknownKey(error: ErrorObject, root: unknown, key: string): Finding {
  const path = pathOf(error.instancePath, root);
  const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
  const there = valueAt(root, path) as object;
  const meant = didYouMean(
    key,
    known.filter((one) => !Object.hasOwn(there, one)),
  );
  const some = known.length > 0 && known.length <= FEW ? `; there are: ${known.join(", ")}` : "";
  return {
    path: [...path, key],
    key: true,
    message: `${inPath(path)}there is no key "${key}"${meant === undefined ? some : `: did you mean "${meant}"?`}`,
    ...(meant !== undefined && { meant }),
  };
}

function inPath(path: Finding["path"]): string {
  return path.length === 0 ? "" : `${pathText(path)}: `;
}

const typeWords: Readonly<Record<string, string>> = {
  object: "keys and values",
  array: "a list",
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  null: "nothing",
};

/** What the value should have been. */
function wantedBy({ keyword, params, schema }: ErrorObject): string {
  switch (keyword) {
    case "type":
      return [params.type]
        .flat()
        .map((type: string) => typeWords[type] ?? type)
        .join(" or ");
    case "enum": {
      const values = params.allowedValues as readonly unknown[];
      const more = values.length > FEW ? ` or ${values.length - FEW} others` : "";
      return `${values.length > 1 ? "one of " : ""}${values.slice(0, FEW).map(quoted).join(", ")}${more}`;
    }
    case "const":
      return quoted(params.allowedValue);
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return `a number ${comparisons[params.comparison] ?? params.comparison} ${params.limit}`;
    case "multipleOf":
      return `a multiple of ${params.multipleOf}`;
    case "minLength":
    case "maxLength":
      return bounded(keyword, params.limit, "character");
    case "minItems":
    case "maxItems":
      return bounded(keyword, params.limit, "item");
    case "items":
    case "unevaluatedItems":
      return `at most ${count(params.limit ?? params.len ?? 0, "item")}`;
    case "minProperties":
    case "maxProperties":
      return bounded(keyword, params.limit, "key");
    case "pattern":
      return `text that matches ${params.pattern}`;
    case "format":
      return formatWords[params.format] ?? `text of the format ${params.format}`;
    case "uniqueItems":
      return `each item once: items ${params.j + 1} and ${params.i + 1} are the same`;
    case "contains":
      return `${params.maxContains === undefined ? "at least" : "between"} ${params.minContains}${params.maxContains === undefined ? "" : ` and ${params.maxContains}`} items as "contains" has them`;
    case "oneOf":
      return `one form of those that the schema has; this fits forms ${params.passingSchemas.map((at: number) => at + 1).join(" and ")}`;
    case "not":
      return `anything but what the schema excludes (${quoted(withoutCost(schema))})`;
    default:
      return `what "${keyword}" asks for`;
  }
}

const comparisons: Readonly<Record<string, string>> = {
  ">=": "of at least",
  "<=": "of at most",
  ">": "greater than",
  "<": "less than",
};

const formatWords: Readonly<Record<string, string>> = {
  date: "a date (2026-11-20)",
  time: "a time with its zone (09:30:00Z)",
  "date-time": "a date and time with its zone (2026-11-20T09:30:00Z)",
  duration: "a duration (P1DT12H)",
  email: "an email address",
  hostname: "a host name",
  ipv4: "an IPv4 address",
  ipv6: "an IPv6 address",
  "json-pointer": "a JSON pointer",
  regex: "a pattern in RE2 syntax",
  uri: "a URI",
  "uri-reference": "a URI or a path",
  uuid: "a UUID",
};

function bounded(keyword: string, limit: number, noun: string): string {
  return `at ${keyword.startsWith("min") ? "least" : "most"} ${count(limit, noun)}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** What was found instead, and what to do about the commonest slips. */
function insteadOf({ keyword, params }: ErrorObject, found: unknown): string {
  if (["uniqueItems", "contains", "oneOf", "not"].includes(keyword)) return "";
  if (keyword === "enum" && typeof found === "string") {
    const texts = (params.allowedValues as readonly unknown[]).filter((value) => typeof value === "string");
    const meant = didYouMean(found, texts);
    if (meant !== undefined) return `, found ${foundText(found)}: did you mean "${meant}"?`;
  }
  const sized = Array.isArray(found) || (found !== null && typeof found === "object");
  if (/Items$|Properties$|^items$/.test(keyword) && sized)
    return `, found ${Array.isArray(found) ? found.length : Object.keys(found as object).length}`;
  const unquoted =
    keyword === "type" && [params.type].flat().includes("string") && /number|boolean/.test(typeof found);
  return `, found ${foundText(found)}${unquoted ? ": put it in quotes" : ""}`;
}

function withoutCost(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema, (key, value) => (key === COST ? undefined : value)) ?? "{}");
}
