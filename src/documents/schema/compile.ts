import { createRequire } from "node:module";
import type { Ajv2020, ErrorObject, FuncKeywordDefinition, Options } from "ajv/dist/2020.js";
import { stableJson } from "../../base/index.ts";
import { Budget } from "./budget.ts";
import { COST } from "./cost.ts";
import { formats } from "./formats.ts";
import { patternEngine } from "./patterns.ts";

/** Loaded when a schema is compiled: few repositories have one, and it takes longer than everything else at the start. */
function ajv2020(options: Options): Ajv2020 {
  const { Ajv2020: Constructor } = createRequire(import.meta.url)(
    "ajv/dist/2020.js",
  ) as typeof import("ajv/dist/2020.js");
  return new Constructor(options);
}

/** Errors of a schema as such: it is a value that the draft's own schema describes. */
export type MetaSchema = (schema: unknown) => readonly ErrorObject[];

export function metaSchema(): MetaSchema {
  const ajv = ajv2020({
    allErrors: true,
    verbose: true,
    logger: false,
    code: { regExp: patternEngine(unlimited()) },
  });
  return (schema) => (ajv.validateSchema(schema as object) === true ? [] : (ajv.errors ?? []));
}

function unlimited(): Budget {
  const budget = new Budget();
  budget.start(Number.POSITIVE_INFINITY);
  return budget;
}

/** Judges a value within the steps that the budget has: its errors. Throws OverBudget, or RangeError where it never ends. */
export type Validate = (value: unknown) => readonly ErrorObject[];

/**
 * Compiles prepared schemas, given by id, of which the one called `root` judges. `allErrors`: all there are, with their
 * schemas, instead of the first. Throws what Ajv says of schemas that it does not take.
 *
 * Ajv writes code from the schema and runs it. Nothing of a schema gets into that code but as a quoted text or a number;
 * options that would let it do more ($data, a schema's own keywords, loading, changing the value) stay off.
 */
export function compile(
  schemas: ReadonlyMap<string, object | boolean>,
  root: string,
  budget: Budget,
  allErrors: boolean,
): Validate {
  const ajv = ajv2020({
    allErrors,
    verbose: allErrors,
    // Judged before, by MetaSchema.
    meta: false,
    validateSchema: false,
    strictSchema: true,
    strictNumbers: true,
    strictTypes: false,
    strictTuples: false,
    allowMatchingProperties: true,
    // Keys such as "constructor" are there only if they are written.
    ownProperties: true,
    inlineRefs: false,
    logger: false,
    formats: { ...formats },
    code: { regExp: patternEngine(budget) },
  });
  const look = (cost: number, value: unknown): boolean => {
    budget.look(cost, value);
    return true;
  };
  // Before all else: a schema that does not fit ends there, and would have paid nothing.
  const before = ajv.RULES.rules.find(({ type }) => type === undefined)?.rules[0]?.keyword;
  const paying = { keyword: COST, schemaType: "number", validate: look, errors: false } as const;
  ajv.addKeyword(before === undefined ? paying : { ...paying, before });
  // Ajv's own compares each item with all others.
  ajv.removeKeyword("uniqueItems");
  // Ajv resolves it, and its strict mode does not know it.
  ajv.addVocabulary(["$anchor"]);
  ajv.addKeyword(uniqueItems(budget));
  for (const [id, schema] of schemas)
    ajv.addSchema(schema === true ? {} : schema === false ? { not: {} } : schema, id);
  const validate = ajv.getSchema(root);
  if (!validate) throw new Error(`there is no schema ${root}`);
  return (value) => (validate(value) === true ? [] : (validate.errors ?? []));
}

function uniqueItems(budget: Budget): FuncKeywordDefinition {
  const validate: NonNullable<FuncKeywordDefinition["validate"]> = (
    isAsked: boolean,
    items: readonly unknown[],
  ): boolean => {
    if (!isAsked) return true;
    const seen = new Map<string, number>();
    for (const [i, item] of items.entries()) {
      const text = stableJson(item);
      budget.spend(1 + text.length / 8);
      const j = seen.get(text);
      if (j !== undefined) {
        validate.errors = [{ keyword: "uniqueItems", params: { i, j } }];
        return false;
      }
      seen.set(text, i);
    }
    return true;
  };
  return { keyword: "uniqueItems", type: "array", schemaType: "boolean", validate, errors: true };
}
