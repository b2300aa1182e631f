import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type YAMLParseError,
  type YAMLWarning,
} from "yaml";
import { fileSpan, messageOf, type Span, TextPlaces } from "../base/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";

/** Longest configuration read, in characters. */
const MAX_LENGTH = 128 * 1024;
/** How often aliases may repeat what they stand for, so that a few lines cannot become gigabytes. */
const MAX_ALIASES = 100;

/** Faults of syntax told about one file. */
const MAX_FAULTS = 5;

export type Path = readonly PropertyKey[];

/** A YAML file as plain data, which still knows where each part of it stands. */
export interface ConfigDocument {
  readonly value: unknown;
  /** Where the value at `path` is written; where it is not, the nearest thing around it. */
  valueSpan(path: Path): Span;
  /** Where the key that ends `path` is written. */
  keySpan(path: Path): Span;
}

/** Reads a file of one YAML document. `document` is undefined exactly when there is a diagnostic. */
export function readDocument(
  text: string,
  file: string,
): { document: ConfigDocument | undefined; diagnostics: Diagnostic[] } {
  if (text.length > MAX_LENGTH)
    return refuse(file, `a configuration has at most ${MAX_LENGTH} characters; this has ${text.length}`);
  try {
    const parsed = parseDocument(text, { prettyErrors: false, uniqueKeys: true });
    const places = new TextPlaces(file, text);
    // The first fault tells most; what follows is often only its echo.
    const faults = [...parsed.errors, ...parsed.warnings].slice(0, MAX_FAULTS);
    if (faults.length > 0)
      return {
        document: undefined,
        diagnostics: faults.map((fault) => problem(places.span(...fault.pos), faultText(fault))),
      };
    const value: unknown = parsed.toJS({ maxAliasCount: MAX_ALIASES });
    return { document: documentOf(parsed, value, places), diagnostics: [] };
  } catch (error) {
    // Nesting deeper than the stack, too many aliases, or an alias of nothing.
    return refuse(file, `this YAML cannot be read: ${messageOf(error)}`);
  }
}

function faultText({ code, message }: YAMLParseError | YAMLWarning): string {
  return code === "DUPLICATE_KEY" ? "this key is written twice: keep one" : `not YAML: ${message}`;
}

/** A finding about a configuration. */
export function problem(span: Span, message: string): Diagnostic {
  return { ...span, rule: "config", severity: "error", message };
}

function refuse(file: string, message: string): { document: undefined; diagnostics: Diagnostic[] } {
  return { document: undefined, diagnostics: [problem(fileSpan(file), message)] };
}

function documentOf(parsed: Document.Parsed, value: unknown, places: TextPlaces): ConfigDocument {
  const spanOfNode = (node: Node | undefined): Span => {
    const whole = isMap(node) && node.items.length > 0 ? (node.items[0]!.key as Node) : node;
    const [from, to] = whole?.range ?? [0, 1];
    return places.span(from, to);
  };
  const find = (path: Path): { key: Node | undefined; value: Node | undefined; depth: number } => {
    let key: Node | undefined;
    let node = resolved(parsed, parsed.contents);
    for (const [depth, part] of path.entries()) {
      const step = child(node, part);
      if (!step) return { key, value: node, depth };
      key = step.key ?? step.value;
      node = resolved(parsed, step.value);
    }
    return { key, value: node, depth: path.length };
  };
  return {
    value,
    valueSpan(path) {
      const found = find(path);
      const written = found.depth === path.length && (isScalar(found.value) || isSeq(found.value));
      return spanOfNode(written ? found.value : (found.key ?? found.value));
    },
    keySpan: (path) => {
      const found = find(path);
      return spanOfNode(found.key ?? found.value);
    },
  };
}

function resolved(parsed: Document.Parsed, node: unknown): Node | undefined {
  return isAlias(node) ? node.resolve(parsed) : ((node as Node | null) ?? undefined);
}

function child(
  node: Node | undefined,
  part: PropertyKey,
): { key: Node | undefined; value: Node | undefined } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(part)] as Node | undefined;
    return item && { key: undefined, value: item };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
  return pair && { key: pair.key as Node, value: (pair.value as Node | null) ?? undefined };
}
