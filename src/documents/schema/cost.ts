/** The keyword by which each schema pays for being looked at; no keyword that a repository may write is called so. */
export const COST = "$cost";

/** What a schema holds against a value: itself, and the names and values it lists, nested ones too. */
export function costOf(schema: Readonly<Record<string, unknown>>): number {
  let cost = 1;
  for (const keyword of ["const", "dependentRequired", "enum", "required", "type"])
    cost += partsIn(schema[keyword]);
  for (const keyword of ["dependentSchemas", "patternProperties", "properties"]) {
    const named = schema[keyword];
    if (named !== null && typeof named === "object") cost += Object.keys(named).length;
  }
  return cost;
}

function partsIn(value: unknown): number {
  if (value === null || typeof value !== "object") return value === undefined ? 0 : 1;
  return Object.values(value).reduce((sum: number, inner) => sum + partsIn(inner), 1);
}
