import { posix } from "node:path";
import { didYouMean } from "../../base/index.ts";

/** Where a `$ref` leads: a file of the repository, and the part of it after "#", undecoded. */
export interface Reference {
  readonly file: string;
  readonly fragment: string;
}

/**
 * Reads a `$ref` in a schema file, whose own `$id` is another name for it. Nothing is ever fetched: what is no path inside
 * the repository is a problem, in words.
 */
export function readReference(
  ref: string,
  file: string,
  ownId: string | undefined,
): Reference | { readonly problem: string } {
  const hash = ref.indexOf("#");
  const target = hash < 0 ? ref : ref.slice(0, hash);
  const fragment = hash < 0 ? "" : ref.slice(hash + 1);
  if (target === "" || target === ownId) return { file, fragment };
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(target) || target.startsWith("//"))
    return {
      problem:
        "schemas are not fetched: put this one into the repository and refer to it by its path from here",
    };
  if (target.startsWith("/"))
    return { problem: "write the path from this file's folder, without a leading slash" };
  const decoded = percentDecoded(target);
  if (decoded === undefined)
    return { problem: "this is not a path: its % is followed by no two hexadecimal digits" };
  const path = posix.normalize(posix.join(posix.dirname(file), decoded));
  if (path === ".." || path.startsWith("../")) return { problem: "this leads out of the repository" };
  return { file: path, fragment };
}

/** The schemas of a file, by JSON pointer and by anchor. */
export interface Schemas {
  readonly pointers: ReadonlyMap<string, object | boolean>;
  readonly anchors: ReadonlyMap<string, object | boolean>;
}

/** The schema that the part after "#" names among those of a file, or in words why there is none. */
export function findSchema(
  fragment: string,
  { pointers, anchors }: Schemas,
): { readonly schema: object | boolean } | { readonly problem: string } {
  const text = percentDecoded(fragment);
  if (text === undefined)
    return { problem: `"#${fragment}" is no place: its % is followed by no two hexadecimal digits` };
  const known = text === "" || text.startsWith("/") ? pointers : anchors;
  const schema = known.get(text);
  if (schema !== undefined) return { schema };
  const meant = didYouMean(text, known.keys());
  return {
    problem: `there is no schema at "#${text}"${meant === undefined ? "" : `: did you mean "#${meant}"?`}`,
  };
}

/** One step of a JSON pointer (RFC 6901). */
export function pointerStep(part: string | number): string {
  return `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
