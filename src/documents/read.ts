import { isUtf8 } from "node:buffer";
import { fileSpan, TextPlaces } from "../base/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import { readJson } from "./json.ts";
import type { DataNode, Fault } from "./node.ts";
import { DocumentPlaces } from "./places.ts";
import { readYaml } from "./yaml.ts";

/** Octets of a file that is read. */
const MOST_OCTETS = 4 * 1024 * 1024;

/** Faults told about one file: what follows the first few is often only their echo. */
const MOST_FAULTS = 5;

/** Rule id of a file that cannot be read as what its name says it is. */
export const DOCUMENT_RULE = "document";

/** One document of a YAML or JSON file as plain data. */
export interface ParsedDocument {
  readonly file: string;
  /** Which of the file's documents it is, from 0. */
  readonly index: number;
  /** Maps, lists, texts, numbers, booleans and null. What aliases repeat is one and the same object: do not change it. */
  readonly value: unknown;
  /** Reads the file again to know where everything stands: for those few documents that there is something to say of. */
  places(): DocumentPlaces;
}

export interface ReadDocuments {
  /** None where there is an error. A JSON file has one; a YAML file one or more. */
  readonly documents: readonly ParsedDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether a file's name says that it is YAML or JSON. */
export function isDocumentFile(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path);
}

/**
 * Reads a file as JSON if it is called `.json`, else as YAML. Never throws for what is in it; each fault is a diagnostic
 * of rule "document" at its place.
 */
export function readDocuments(file: string, octets: Uint8Array): ReadDocuments {
  if (octets.length > MOST_OCTETS)
    return refuse(file, `the file has ${octets.length} octets; at most ${MOST_OCTETS} are read`);
  if (!isUtf8(octets)) return refuse(file, "the file is not UTF-8 text");
  // A byte order mark stays, since columns count it.
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(octets);
  const { nodes, faults } = readNodes(file, text);
  const places = new TextPlaces(file, text);
  const diagnostics = faults.slice(0, MOST_FAULTS).map(({ from, to, severity, message }) => ({
    ...places.span(from, to),
    rule: DOCUMENT_RULE,
    severity,
    message,
  }));
  if (faults.some(({ severity }) => severity === "error")) return { documents: [], diagnostics };
  const documents = nodes.map(({ value }, index) => ({
    file,
    index,
    value,
    places: () => new DocumentPlaces(readNodes(file, text).nodes[index]!, new TextPlaces(file, text)),
  }));
  return { documents, diagnostics };
}

function readNodes(file: string, text: string): { nodes: readonly DataNode[]; faults: readonly Fault[] } {
  if (!/\.json$/i.test(file)) return readYaml(text);
  const { node, fault } = readJson(text);
  return { nodes: node ? [node] : [], faults: fault ? [fault] : [] };
}

function refuse(file: string, message: string): ReadDocuments {
  return {
    documents: [],
    diagnostics: [{ ...fileSpan(file), rule: DOCUMENT_RULE, severity: "error", message }],
  };
}
