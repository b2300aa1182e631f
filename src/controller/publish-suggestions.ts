import { type Suggestion, suggestionsFor, suggestionsIntro } from "../announce/index.ts";
import { type Log, sha256, stableJson } from "../base/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import { GitHubRefused, type PullFile } from "../github/index.ts";
import { shownLines } from "../pull/index.ts";
import { type Claim, EffectRefused } from "../store/index.ts";
import type { BoundBranch } from "./access.ts";
import type { Controller } from "./controller.ts";
import { shiftToHead } from "./head-files.ts";
import type { JudgedPull } from "./judge-pull.ts";
import { lineKey } from "./judged-trees.ts";
import type { PublishedPull } from "./publish.ts";
import { refusing } from "./refusing.ts";

type Judged = NonNullable<JudgedPull["judged"]>;

interface Place {
  readonly controller: Controller;
  readonly claim: Claim;
  readonly bound: BoundBranch;
  readonly pull: PublishedPull;
  readonly canFix: boolean;
  readonly log: Log;
}

interface Offer extends Place {
  /** How many suggestions there are besides these. */
  readonly more: number;
}

/** What is written down before a review is posted. */
interface ReviewIntent {
  readonly number: number;
  readonly head: string;
  readonly marker: string;
  readonly keys: readonly string[];
}

const KIND = "suggestions";
/** Suggestions of one review: more than that nobody clicks through. The others stay annotations. */
const MOST_SUGGESTIONS = 30;
/** Requests spent on finding out which suggestions GitHub does not take. */
const MOST_ATTEMPTS = 12;
/** Reason of an intent that came to nothing by accident. */
const INTERRUPTED = "interrupted";

/**
 * Offers the fixes of a judged pull request as suggestions on the lines of its diff, in one review. What was offered
 * once on the pull request is not offered again, whichever head it is; what lies outside the diff stays an annotation.
 */
export async function publishSuggestions(place: Place, judged: Judged): Promise<void> {
  const { controller, claim, pull } = place;
  const { store, clock } = controller;
  await settleReviews(place);
  const findings = judged.evaluation.diagnostics.filter(({ fix }) => fix !== undefined);
  if (findings.length === 0) return;
  const digest = sha256(stableJson([findings, [...judged.fixable]]));
  const last = await store.publications.get(pull.repositoryId, pull.number, KIND);
  if (last?.headSha === pull.headSha && last.bodyHash === digest) return;
  const wanted = await suggestionsOf(place, judged, findings);
  const offered = new Set(await offeredKeys(controller, claim));
  const fresh = wanted.filter(({ key }) => !offered.has(key));
  const shown = fresh.slice(0, MOST_SUGGESTIONS);
  if (shown.length > 0)
    await offer({ ...place, more: fresh.length - shown.length }, shown, { left: MOST_ATTEMPTS });
  await store.publications.save(claim, {
    ...pull,
    kind: KIND,
    remoteId: undefined,
    bodyHash: digest,
    at: clock.now(),
  });
}

async function suggestionsOf(
  place: Place,
  { lines, fixable }: Judged,
  findings: readonly Diagnostic[],
): Promise<readonly Suggestion[]> {
  const { controller, bound } = place;
  const byFile = Map.groupBy(findings, ({ file }) => file);
  const suggestions: Suggestion[] = [];
  for (const { path, oid, patch } of await changedFiles(place, (path) => byFile.has(path))) {
    const found = byFile.get(path);
    const judgedOid = fixable.get(path);
    if (!found || judgedOid === undefined || oid === undefined || patch === undefined) continue;
    const shift = await shiftToHead(controller, bound, judgedOid, oid);
    if (shift === undefined) continue;
    const file = { path, shown: shownLines(patch), shift };
    suggestions.push(...suggestionsFor(file, found, (at, line) => lines.get(lineKey(at, line))));
  }
  return suggestions;
}

/**
 * Those of the wanted files of the diff that are in the head the review will be about: GitHub lists the files of whatever
 * is the head at that moment. Without a whole list nothing is suggested: the annotations say it all the same.
 */
async function changedFiles(
  { controller, bound: { gateway }, pull }: Place,
  isWanted: (path: string) => boolean,
): Promise<readonly PullFile[]> {
  try {
    const files = (await gateway.pullFiles(pull.number)).filter(({ path }) => isWanted(path));
    if (files.length === 0) return [];
    const { tree } = await gateway.commit(pull.headSha);
    const inHead = new Map((await controller.reader.list(gateway, tree)).map(({ path, oid }) => [path, oid]));
    return files.filter(({ path, oid }) => oid !== undefined && inHead.get(path) === oid);
  } catch (error) {
    if (error instanceof GitHubRefused && error.reason === "too-large") return [];
    throw error;
  }
}

async function offeredKeys({ store }: Controller, claim: Claim): Promise<readonly string[]> {
  const done = await store.effects.done(claim.key, KIND);
  return done.flatMap(({ input }) => (input as ReviewIntent).keys);
}

/** Posts suggestions as one review. GitHub refuses all for one it does not take: then each half by itself. */
async function offer(
  place: Offer,
  suggestions: readonly Suggestion[],
  attempts: { left: number },
): Promise<void> {
  const { controller, claim, log } = place;
  const id = reviewId(place, suggestions);
  const before = await controller.store.effects.find(id);
  const isRefused = before?.state === "abandoned" && before.reason !== INTERRUPTED;
  if (!isRefused) {
    if (attempts.left === 0) return;
    attempts.left -= 1;
    if (await post(place, id, suggestions)) return;
    if (await headMoved(place)) return;
  }
  if (suggestions.length > 1) {
    const middle = Math.ceil(suggestions.length / 2);
    await offer(place, suggestions.slice(0, middle), attempts);
    await offer(place, suggestions.slice(middle), attempts);
    return;
  }
  const [{ path, lines }] = suggestions as readonly [Suggestion];
  log.warn({ path, line: lines.first }, "GitHub does not take this suggestion: it stays an annotation");
  if (isRefused) return;
  await controller.store.audit.append(claim, {
    kind: "suggestion-refused",
    subject: `${place.pull.repositoryId}#${place.pull.number}`,
    data: { path, lines, head: place.pull.headSha },
  });
}

/** False where GitHub does not accept the content. */
async function post(place: Offer, id: string, suggestions: readonly Suggestion[]): Promise<boolean> {
  const { controller, claim, bound, pull, canFix, more } = place;
  const marker = `<!-- zonewright:suggestions ${sha256(id).slice(0, 16)} -->`;
  const input: ReviewIntent = {
    number: pull.number,
    head: pull.headSha,
    marker,
    keys: suggestions.map(({ key }) => key),
  };
  try {
    await controller.store.effects.run(claim, {
      id,
      kind: KIND,
      input,
      probe: (intent) => bound.gateway.findReview(intent.number, intent.marker),
      act: refusing((intent) =>
        bound.gateway.createReview(intent.number, {
          commit: intent.head,
          body: `${suggestionsIntro(suggestions.length, more, canFix)}\n\n${intent.marker}`,
          comments: suggestions.map(({ path, lines, body }) => ({
            path,
            startLine: lines.first,
            line: lines.last,
            body,
          })),
        }),
      ),
      audit: {
        subject: `${pull.repositoryId}#${pull.number}`,
        data: (review) => ({ review: review.id, head: pull.headSha, suggestions: suggestions.length }),
      },
    });
    return true;
  } catch (error) {
    const refusal = error instanceof EffectRefused ? error.cause : undefined;
    if (refusal instanceof GitHubRefused && refusal.reason === "invalid") return false;
    throw error;
  }
}

async function headMoved({ bound, pull }: Place): Promise<boolean> {
  return (await bound.gateway.pull(pull.number)).head.sha !== pull.headSha;
}

/** Reviews that were begun and not confirmed: what they offered counts as offered if they are there. */
async function settleReviews({ controller, claim, bound }: Place): Promise<void> {
  const { effects } = controller.store;
  for (const op of await effects.open(claim.key)) {
    if (op.kind !== KIND) continue;
    const intent = op.input as ReviewIntent;
    const found = await bound.gateway.findReview(intent.number, intent.marker);
    if (found === undefined) {
      await effects.abandon(claim, op.id, INTERRUPTED);
      continue;
    }
    await effects.run(claim, {
      id: op.id,
      kind: KIND,
      input: intent,
      probe: async () => found,
      act: async () => found,
      audit: { subject: op.id, data: (review) => ({ review: review.id, head: intent.head }) },
    });
  }
}

function reviewId({ claim, pull }: Place, suggestions: readonly Suggestion[]): string {
  const keys = sha256(suggestions.map(({ key }) => key).join(" ")).slice(0, 16);
  return `suggestions:${claim.key}@${pull.headSha}:${keys}`;
}
