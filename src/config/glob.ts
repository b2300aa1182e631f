import { RE2JS } from "re2js";

/** Longest glob taken, in characters. */
const MAX_GLOB = 500;

/**
 * Whether `path` matches `glob`: `*` and `?` stay within one part of the path, `**` spans parts, `{a,b}` is either.
 * Everything else is literal, and upper and lower case differ. Takes time linear in the path: the pattern may be an
 * attacker's.
 */
export function matchGlob(glob: string, path: string): boolean {
  return compileGlob(glob)(path);
}

/** As matchGlob, for many paths. A glob with a problem (see globProblem) matches nothing. */
export function compileGlob(glob: string): (path: string) => boolean {
  if (globProblem(glob) !== undefined) return () => false;
  const pattern = RE2JS.compile(toPattern(glob), RE2JS.DOTALL);
  return (path) => pattern.testExact(path);
}

/** A glob that matches just this path. */
export function escapeGlob(path: string): string {
  return path.replace(/[\\*?{},]/g, "\\$&");
}

/** What is wrong with a glob, in words, or undefined. */
export function globProblem(glob: string): string | undefined {
  if (glob === "") return "a pattern for paths cannot be empty";
  if (glob.length > MAX_GLOB) return `a pattern for paths has at most ${MAX_GLOB} characters`;
  if (glob.startsWith("/") || glob.startsWith("./"))
    return `paths start at the repository's root: write "${glob.replace(/^\.?\/+/, "")}"`;
  if (glob.split("/").includes("..")) return `paths stay inside the repository: take out ".."`;
  let depth = 0;
  for (let at = 0; at < glob.length; at += 1) {
    const char = glob[at]!;
    if (char === "\\") {
      at += 1;
      if (at === glob.length) return `the "\\" at the end escapes nothing`;
    } else if (char === "{") depth += 1;
    else if (char === "}" && --depth < 0) return `a "}" has no "{" before it`;
  }
  return depth > 0 ? `a "{" has no "}" after it` : undefined;
}

/** The glob in RE2's syntax. */
function toPattern(glob: string): string {
  let pattern = "";
  let depth = 0;
  for (let at = 0; at < glob.length; at += 1) {
    const char = glob[at]!;
    if (char === "\\") {
      at += 1;
      pattern += RE2JS.quote(glob[at]!);
    } else if (char === "*" && glob[at + 1] === "*") {
      at += 1;
      const wholePart = (at === 1 || glob[at - 2] === "/") && glob[at + 1] === "/";
      if (wholePart) at += 1;
      pattern += wholePart ? "(?:.*/)?" : ".*";
    } else if (char === "*") pattern += "[^/]*";
    else if (char === "?") pattern += "[^/]";
    else if (char === "{") {
      depth += 1;
      pattern += "(?:";
    } else if (char === "}") {
      depth -= 1;
      pattern += ")";
    } else if (char === "," && depth > 0) pattern += "|";
    else pattern += RE2JS.quote(char);
  }
  return pattern;
}
