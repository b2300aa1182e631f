import { showInvisible } from "../base/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import type { RepositoryGateway } from "../github/index.ts";
import { applyFixes, lineShift, type PullSnapshot, shiftFix } from "../pull/index.ts";
import type { BoundBranch } from "./access.ts";
import type { Controller } from "./controller.ts";
import { textsOf } from "./head-files.ts";
import type { JudgedPull } from "./judge-pull.ts";

interface FixedFile {
  readonly path: string;
  readonly mode: string;
  readonly text: string;
  readonly fixed: readonly Diagnostic[];
}

const MOST_TOLD = 20;

/**
 * A commit on the head with all fixes of what was judged, as far as the lines they are about stand in the head and
 * they leave each other alone. No branch shows it yet. A reason where there is nothing to commit.
 */
export async function fixCommit(
  controller: Controller,
  bound: BoundBranch,
  snapshot: PullSnapshot,
  judged: NonNullable<JudgedPull["judged"]>,
  presser: { readonly id: number; readonly login: string },
): Promise<{ readonly commit: string } | { readonly reason: string }> {
  const { gateway } = bound;
  const head = await gateway.commit(snapshot.head.sha);
  const files = await fixedFiles(controller, bound, head.tree, judged);
  if (files.length === 0) return { reason: "none of the lines to fix stands in the head as it was judged" };
  const tree = await gateway.createTree(head.tree, await stored(gateway, files));
  const message = fixMessage(files, presser);
  return { commit: await gateway.createCommit({ tree, parent: snapshot.head.sha, message }) };
}

async function fixedFiles(
  controller: Controller,
  bound: BoundBranch,
  tree: string,
  { evaluation, fixable }: NonNullable<JudgedPull["judged"]>,
): Promise<readonly FixedFile[]> {
  const files: FixedFile[] = [];
  const byFile = Map.groupBy(evaluation.diagnostics, ({ file }) => file);
  for (const { path, oid, mode } of await controller.reader.list(bound.gateway, tree)) {
    const judgedOid = fixable.get(path);
    if (judgedOid === undefined || !mode.startsWith("100")) continue;
    const texts = await textsOf(controller, bound, [judgedOid, oid]);
    const [from, to] = [texts.get(judgedOid), texts.get(oid)];
    if (from === undefined || to === undefined) continue;
    const shift = lineShift(from, to);
    const findings = (byFile.get(path) ?? []).flatMap((one) => shiftFix(one, shift) ?? []);
    const { text, fixed } = applyFixes(to, findings);
    if (text !== to) files.push({ path, mode, text, fixed });
  }
  return files;
}

async function stored(gateway: RepositoryGateway, files: readonly FixedFile[]) {
  const entries = [];
  for (const { path, mode, text } of files) {
    entries.push({ path, mode, oid: await gateway.createBlob(Buffer.from(text)) });
  }
  return entries;
}

/** Whoever pressed the button is named as an author: their approval of it would be their own. */
function fixMessage(
  files: readonly FixedFile[],
  { id, login }: { readonly id: number; readonly login: string },
): string {
  const fixes = files.flatMap(({ path, fixed }) =>
    fixed.map(({ rule, line, fix }) => ({ path, rule, line: fix?.edits[0]?.line ?? line })),
  );
  const told = fixes
    .slice(0, MOST_TOLD)
    .map(({ path, rule, line }) => `- ${oneLine(path)}:${line}: ${oneLine(rule)}`);
  return [
    fixes.length === 1 ? "Fix 1 finding of Zonewright" : `Fix ${fixes.length} findings of Zonewright`,
    [...told, ...(fixes.length > MOST_TOLD ? [`- and ${fixes.length - MOST_TOLD} more`] : [])].join("\n"),
    `Asked for by ${login}, by the Fix button.`,
    `Co-authored-by: ${login} <${id}+${login}@users.noreply.github.com>`,
  ].join("\n\n");
}

/** Names from a repository must not add lines to a commit message: its trailers say who wrote what. */
function oneLine(text: string): string {
  return showInvisible(text.replace(/\s+/g, " "));
}
