export type { Path } from "./node.ts";
export type { DocumentPlaces } from "./places.ts";
export { isDocumentFile, type ParsedDocument, type ReadDocuments, readDocuments } from "./read.ts";
export { type LoadedSchema, type Schema, SchemaLoader } from "./schema/index.ts";
