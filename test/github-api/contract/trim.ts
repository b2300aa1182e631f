/**
 * Run by hand: `node test/github-api/contract/trim.ts PATH`, where PATH is generated/api.github.com.json of the npm
 * package @octokit/openapi (385 MB unpacked, therefore not a dependency). Writes api.github.com.json beside this file:
 * the operations listed in operations.ts and what they refer to, without prose.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { operations } from "./operations.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const source = "npm:@octokit/openapi@23.0.2 generated/api.github.com.json";
const prose = new Set([
  "description",
  "summary",
  "title",
  "example",
  "examples",
  "default",
  "externalDocs",
  "tags",
  "deprecated",
  "headers",
  "readOnly",
]);
/** Keywords whose value is a map from names to schemas: there, "title" is a property and not prose. */
const nameMaps = new Set(["properties", "schemas", "parameters", "responses", "patternProperties"]);

function withoutProse(value: Json, names = false): Json {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => names || !(prose.has(key) || key.startsWith("x-")))
      .map(([key, inner]) => [
        key,
        key === "enum" ? inner : withoutProse(inner, !names && nameMaps.has(key)),
      ]),
  );
}

function references(value: Json, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) references(item, found);
  } else if (value !== null && typeof value === "object") {
    if (typeof value.$ref === "string") found.add(value.$ref);
    for (const inner of Object.values(value)) references(inner, found);
  }
}

function pickPaths(paths: JsonObject): JsonObject {
  const picked: JsonObject = {};
  for (const [path, methods] of Object.entries(operations)) {
    const item = paths[path] as JsonObject | undefined;
    const kept: JsonObject = {};
    for (const method of methods) {
      const operation = item?.[method];
      if (operation === undefined)
        throw new Error(`${method.toUpperCase()} ${path} is not in the description`);
      kept[method] = withoutProse(operation);
    }
    picked[path] = kept;
  }
  return picked;
}

function pickComponents(components: JsonObject, paths: JsonObject): JsonObject {
  const picked: JsonObject = {};
  const waiting = new Set<string>();
  references(paths, waiting);
  for (const reference of waiting) {
    const [, , kind, name] = reference.split("/");
    const component = withoutProse((components[kind!] as JsonObject)[name!]!);
    references(component, waiting);
    picked[kind!] = { ...(picked[kind!] as JsonObject | undefined), [name!]: component };
  }
  return picked;
}

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("usage: node test/github-api/contract/trim.ts PATH");
const full = JSON.parse(readFileSync(path, "utf8")) as JsonObject;
const paths = pickPaths(full.paths as JsonObject);
const trimmed: JsonObject = {
  source,
  info: { version: (full.info as JsonObject).version ?? null },
  paths,
  components: pickComponents(full.components as JsonObject, paths),
};
const target = fileURLToPath(new URL("api.github.com.json", import.meta.url));
writeFileSync(target, `${JSON.stringify(trimmed)}\n`);
