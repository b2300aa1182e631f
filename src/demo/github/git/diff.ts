import type { Git } from "./git.ts";

export interface FileDiff {
  readonly status: "added" | "removed" | "modified" | "renamed";
  readonly path: string;
  /** The old path of a renamed file. */
  readonly previousPath: string | undefined;
  /** Blob of the new side; of the old side for a removed file. */
  readonly blob: string;
  readonly additions: number;
  readonly deletions: number;
  /** Unified hunks from the first `@@`; undefined for binary or unchanged content. */
  readonly patch: string | undefined;
}

/** What changed from one tree (or commit) to another, in path order, renames found. */
export async function diffTrees(git: Git, from: string, to: string): Promise<FileDiff[]> {
  if (from === to) return [];
  const options = ["diff-tree", "-r", "-M", "--no-ext-diff", "--no-textconv", "--full-index"];
  const [raw, numbers, patches] = await Promise.all([
    git.run([...options, "--raw", "-z", from, to]),
    git.run([...options, "--numstat", from, to]),
    git.run([...options, "--patch", from, to]),
  ]);
  const counts = numbers.toString("utf8").split("\n");
  const hunks = splitPatches(patches.toString("utf8"));
  return parseRaw(raw.toString("utf8")).map((change, index) => {
    const [additions, deletions] = (counts[index] ?? "").split("\t").map((count) => Number(count) || 0);
    return { ...change, additions: additions ?? 0, deletions: deletions ?? 0, patch: hunks[index] };
  });
}

type RawChange = Pick<FileDiff, "status" | "path" | "previousPath" | "blob">;

function parseRaw(text: string): RawChange[] {
  const fields = text.split("\0");
  const changes: RawChange[] = [];
  for (let at = 0; at < fields.length - 1; ) {
    const [, , before, after, letter] = fields[at]!.split(" ");
    const renamed = /^[RC]/.test(letter!);
    const path = fields[at + (renamed ? 2 : 1)]!;
    const removed = letter === "D";
    changes.push({
      status: renamed ? "renamed" : removed ? "removed" : letter === "A" ? "added" : "modified",
      path,
      previousPath: renamed ? fields[at + 1] : undefined,
      blob: removed ? before! : after!,
    });
    at += renamed ? 3 : 2;
  }
  return changes;
}

/** One entry per file, in order. A line that starts with "diff --git" is never content: content lines are indented by one. */
function splitPatches(text: string): (string | undefined)[] {
  return text
    .split(/^(?=diff --git )/m)
    .filter((part) => part !== "")
    .map((part) => {
      const hunks = part.search(/^@@ /m);
      return hunks < 0 ? undefined : part.slice(hunks).replace(/\n$/, "");
    });
}
