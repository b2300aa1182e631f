import { fileSpan, type Span } from "../base/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import { type DocumentPlaces, type ParsedDocument, readDocuments } from "../documents/index.ts";

export type Path = readonly (string | number)[];

/** A YAML or JSON file of one document as plain values, which still knows where each of them is written. */
export class SourceDocument {
  readonly file: string;
  readonly value: unknown;
  readonly #document: ParsedDocument;
  #places: DocumentPlaces | undefined;

  constructor(document: ParsedDocument) {
    this.file = document.file;
    this.value = document.value;
    this.#document = document;
  }

  /** The value at a path, or as much of the way there as is written. */
  spanOf(path: Path): Span {
    return this.#whereabouts.valueSpan(path);
  }

  /** The key that a path ends in, or the value around it where there is none such. */
  keySpanOf(path: Path): Span {
    return this.#whereabouts.keySpan(path);
  }

  get #whereabouts(): DocumentPlaces {
    this.#places ??= this.#document.places();
    return this.#places;
  }
}

/** Reads a file that a stranger wrote: bounded, one document, unique keys. `rule` goes into the diagnostics. */
export function readDocument(
  file: string,
  octets: Uint8Array,
  rule: string,
): { document: SourceDocument | undefined; diagnostics: readonly Diagnostic[] } {
  const { documents, diagnostics } = readDocuments(file, octets);
  const errors = diagnostics.filter(({ severity }) => severity === "error").map((one) => ({ ...one, rule }));
  const [document, another] = documents;
  if (another) {
    const message = `the file has ${documents.length} documents; one is read: take out the lines "---"`;
    return { document: undefined, diagnostics: [{ ...fileSpan(file), rule, severity: "error", message }] };
  }
  return { document: document && new SourceDocument(document), diagnostics: errors };
}
