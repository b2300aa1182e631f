export type IncludePath =
  | { readonly path: string }
  /** Why the file may not be read, as the end of a sentence about it. */
  | { readonly refusal: string };

/**
 * The repository path that `$INCLUDE wanted` in the file `from` means: relative to the including file's
 * directory, never outside the repository.
 */
export function resolveInclude(wanted: string, from: string): IncludePath {
  if (wanted === "") return { refusal: "names no file" };
  if (wanted.includes("\0")) return { refusal: "holds a NUL character" };
  if (wanted.includes("\\")) return { refusal: 'holds a backslash; write "/" between directories' };
  if (wanted.startsWith("/"))
    return { refusal: "is absolute; only files of this repository can be included" };
  const parts = from.split("/").slice(0, -1);
  for (const part of wanted.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return { refusal: "leads out of the repository" };
  }
  if (/(?:^|\/)\.{0,2}$/.test(wanted)) return { refusal: "names a directory" };
  return { path: parts.join("/") };
}

/** The directory part of a repository path, "" for the root. */
export function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
