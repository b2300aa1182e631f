import { type Document, type ParsedNode, parseAllDocuments, type YAMLError } from "yaml";
import type { DataNode, Fault } from "./node.ts";
import { scalarNode } from "./node.ts";
import { YamlNodes } from "./yaml-nodes.ts";

/** Documents in one file. */
const MOST_DOCUMENTS = 1_000;

/**
 * Reads a YAML file (1.2, core schema; `<<` merges as in 1.1, since so many files have it). Keys are texts and unique; an
 * alias may not stand inside what it names, and may repeat only so much. A file without a document is one of nothing.
 */
export function readYaml(text: string): {
  readonly nodes: readonly DataNode[];
  readonly faults: readonly Fault[];
} {
  // Unique keys are held to by YamlNodes: the package compares each key with all others.
  const options = { prettyErrors: false, uniqueKeys: false, stringKeys: true, schema: "core" } as const;
  const documents = parseAllDocuments<ParsedNode>(text, options) as Document.Parsed[];
  const written = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings].map(faultOf));
  if (written.some(({ severity }) => severity === "error")) return { nodes: [], faults: written };
  if (documents.length === 0) return { nodes: [scalarNode(null, { from: 0, to: 0 })], faults: written };
  if (documents.length > MOST_DOCUMENTS) {
    const message = `this file has ${documents.length} documents; at most ${MOST_DOCUMENTS} are read`;
    return { nodes: [], faults: [{ from: 0, to: 0, severity: "error", message }] };
  }
  const converted = documents.map((document) => new YamlNodes(document));
  return {
    nodes: converted.map(({ root }) => root),
    faults: [...written, ...converted.flatMap(({ faults }) => faults)],
  };
}

function faultOf({ name, code, message, pos: [from, to] }: YAMLError): Fault {
  const severity = name === "YAMLWarning" ? "warning" : "error";
  if (code === "TAG_RESOLVE_FAILED" && severity === "warning")
    return {
      from,
      to,
      severity,
      message: "this tag is not known here: the value is read as if it had none",
    };
  if (code === "NON_STRING_KEY")
    return { from, to, severity, message: "a key is a text, not a map or a list" };
  if (/call stack/.test(message))
    return { from, to, severity, message: "this is nested too deeply to be read" };
  return { from, to, severity, message: `not YAML: ${message}` };
}
