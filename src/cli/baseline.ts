import { readFile } from "node:fs/promises";
import { z } from "zod";
import { messageOf, UsageError } from "../base/index.ts";
import type { KnownFinding } from "../diagnostic/index.ts";
import { readProblem } from "./reading.ts";
import { commitTree, type SourceTree } from "./source-tree.ts";
import type { Workspace } from "./workspace.ts";

const remedy = "give a commit, or a file written by zonewright check --format json";

const Finding = z.object({
  file: z.string(),
  rule: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  message: z.string(),
});

/** What was there before: findings, or a commit whose findings they are. */
export type Baseline =
  | { readonly findings: readonly KnownFinding[]; readonly tree?: undefined }
  | { readonly findings?: undefined; readonly tree: SourceTree };

/** Reads a file of findings, or else finds a commit. Throws UsageError. */
export async function readBaseline(baseline: string, workspace: Workspace): Promise<Baseline> {
  const doing = `reading the baseline ${baseline}`;
  const content = await readFile(baseline, "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (["ENOENT", "EISDIR", "ENOTDIR"].includes(cause.code ?? "")) return undefined;
    throw new UsageError(doing, readProblem(cause), remedy, { cause });
  });
  if (content !== undefined) return { findings: readFindings(doing, content) };
  if (!workspace.inGit) throw new UsageError(doing, "there is no such file, and no repository here", remedy);
  try {
    return { tree: await commitTree(workspace.root, baseline) };
  } catch (cause) {
    throw new UsageError(doing, "there is no such file and no such commit here", remedy, { cause });
  }
}

function readFindings(doing: string, content: string): readonly KnownFinding[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch (cause) {
    throw new UsageError(doing, `it is not JSON: ${messageOf(cause)}`, remedy, { cause });
  }
  const read = z.array(Finding).safeParse(parsed);
  if (read.success) return read.data;
  throw new UsageError(doing, "it is not a list of findings", remedy, { cause: read.error });
}
