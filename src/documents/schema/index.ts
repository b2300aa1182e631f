export { type LoadedSchema, SchemaLoader } from "./load.ts";
export type { Schema } from "./schema.ts";
