import { showInvisible } from "../base/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import type { RepositoryGateway } from "../github/index.ts";
import { applyFixes, lineShift, type PullSnapshot, shiftFix } from "../pull/index.ts";
import type { BoundBranch } from "./access.ts";
import type { Controller } from "./controller.ts";
import { startsWithMark, textOf } from "./head-files.ts";
import type { JudgedPull } from "./judge-pull.ts";

interface FixedFile {
  readonly path: string;
  readonly mode: string;
  readonly octets: Uint8Array;
  readonly fixed: readonly Diagnostic[];
}

interface Fixes {
  readonly files: readonly FixedFile[];
  /** Paths of files with fixes that cannot be made, for the file is not UTF-8. */
  readonly notText: readonly string[];
}

const MOST_TOLD = 20;
/** Rule about the byte order mark. Its edit is empty, for the text that columns count in has no mark. */
const MARK_RULE = "enc-bom";

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
  const { files, notText } = await fixedFiles(controller, bound, head.tree, judged);
  if (files.length === 0) return { reason: whyNothing(notText) };
  const tree = await gateway.createTree(head.tree, await stored(gateway, files));
  const message = fixMessage(files, presser);
  return { commit: await gateway.createCommit({ tree, parent: snapshot.head.sha, message }) };
}

async function fixedFiles(
  controller: Controller,
  bound: BoundBranch,
  tree: string,
  { evaluation, fixable }: NonNullable<JudgedPull["judged"]>,
): Promise<Fixes> {
  const files: FixedFile[] = [];
  const notText: string[] = [];
  const byFile = Map.groupBy(evaluation.diagnostics, ({ file }) => file);
  for (const { path, oid, mode } of await controller.reader.list(bound.gateway, tree)) {
    const judgedOid = fixable.get(path);
    if (judgedOid === undefined || !mode.startsWith("100")) continue;
    const blobs = await controller.reader.blobs(bound.gateway, [judgedOid, oid]);
    const [from, to] = [blobs.get(judgedOid), blobs.get(oid)];
    if (from === undefined || to === undefined) continue;
    const made = fixOctets(from, to, byFile.get(path) ?? []);
    if (made === undefined) notText.push(path);
    else if (Buffer.compare(made.octets, to) !== 0) files.push({ path, mode, ...made });
  }
  return { files, notText };
}

/**
 * The head's octets with the fixes of findings about the judged ones. A byte order mark is no part of the text that is
 * fixed; it stays, unless it is what is fixed. Undefined where one of the two is not UTF-8.
 */
export function fixOctets(
  judged: Uint8Array,
  head: Uint8Array,
  findings: readonly Diagnostic[],
): { readonly octets: Uint8Array; readonly fixed: readonly Diagnostic[] } | undefined {
  const [from, to] = [textOf(judged), textOf(head)];
  if (from === undefined || to === undefined) return undefined;
  const shift = lineShift(from, to);
  const { text, fixed } = applyFixes(
    to,
    findings.flatMap((one) => shiftFix(one, shift) ?? []),
  );
  const keepsMark = startsWithMark(head) && !fixed.some(({ rule }) => rule === MARK_RULE);
  return { octets: Buffer.from(keepsMark ? `\ufeff${text}` : text), fixed };
}

function whyNothing(notText: readonly string[]): string {
  const [first, ...others] = notText;
  if (first === undefined) return "none of the lines to fix stands in the head as it was judged";
  const more = others.length > 0 ? ` (nor are ${others.length} more)` : "";
  return `${first} is not UTF-8${more}, so its lines cannot be written back as they are; save it as UTF-8`;
}

async function stored(gateway: RepositoryGateway, files: readonly FixedFile[]) {
  const entries = [];
  for (const { path, mode, octets } of files) {
    entries.push({ path, mode, oid: await gateway.createBlob(octets) });
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
