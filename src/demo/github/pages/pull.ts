import { pullCommits, pullFiles } from "../act/pull-diff.ts";
import type { FileDiff } from "../git/diff.ts";
import type { Hub } from "../state/hub.ts";
import type { LineComment, Pull, Review, TimelineEntry } from "../state/pull.ts";
import type { Repository } from "../state/repository.ts";
import { annotationRemarks, checksView, latestRuns } from "./checks.ts";
import { diffView, isShown, type Remark } from "./diff.ts";
import { type Html, html } from "./html.ts";
import { layout, shortId, when, who } from "./layout.ts";
import { markdown } from "./markdown.ts";
import { suggestionButton } from "./press.ts";
import { commentView } from "./suggestion.ts";

/** The page of one pull request: what happened, what the checks say, what it changes. */
export async function pullPage(hub: Hub, repository: Repository, pull: Pull): Promise<Html> {
  const files = await pullFiles(repository, pull);
  const runs = latestRuns(repository, pull.headSha);
  const annotations = runs.flatMap(annotationRemarks);
  const inDiff = annotations.filter((remark) => isShown(files, remark));
  const elsewhere = annotations.filter((remark) => !inDiff.includes(remark));
  const remarks = [
    ...inDiff,
    ...pull.lineComments.map((comment) => lineRemark(hub, repository, pull, comment, files)),
  ];
  const commits = (await pullCommits(repository, pull)).length;
  const timeline = await Promise.all(
    pull.timeline.map(async (entry) => await timelineView(hub, repository, pull, entry)),
  );
  return layout(
    `${pull.title} · #${pull.number}`,
    repository,
    html`<h1>${pull.title} <span class="number">#${pull.number}</span></h1>
<p><span class="badge ${stateOf(pull)}">${stateOf(pull)}</span> <strong>${pull.author.login}</strong>
${pull.merged ? "merged" : "wants to merge"} ${commits} ${commits === 1 ? "commit" : "commits"} into
<code class="ref">${pull.baseRef}</code> from <code class="ref">${pull.fork ? `${pull.fork.owner.login}:` : ""}${pull.headRef}</code></p>
${said(hub, pull.author.login, pull.createdAt, "opened this", pull.body ?? "", "opened")}
${timeline}
<h2>Checks on ${shortId(repository, pull.headSha)}</h2>
${checksView(hub, repository, runs, elsewhere)}
<h2>${files.length} ${files.length === 1 ? "file" : "files"} changed</h2>
${diffView(files, remarks)}`,
  );
}

/** What the badge says. */
export function stateOf(pull: Pull): "merged" | "closed" | "draft" | "open" {
  if (pull.merged) return "merged";
  return pull.state === "closed" ? "closed" : pull.draft ? "draft" : "open";
}

async function timelineView(
  hub: Hub,
  repository: Repository,
  pull: Pull,
  entry: TimelineEntry,
): Promise<Html> {
  switch (entry.kind) {
    case "comment": {
      const { comment } = entry;
      const edited = comment.updatedAt > comment.createdAt ? "commented, edited later" : "commented";
      return said(
        hub,
        comment.user.login,
        comment.createdAt,
        edited,
        comment.body,
        `issuecomment-${comment.id}`,
      );
    }
    case "review":
      return reviewView(hub, entry.review);
    case "note":
      return html`<div class="event"><strong>${entry.by.login}</strong> ${entry.text} ${when(hub, entry.at)}</div>\n`;
    case "commits": {
      const commits = await Promise.all(entry.ids.map(async (id) => await repository.objects.commitAt(id)));
      return html`${commits.map(
        ({ id, message }) =>
          html`<div class="event"><strong>${entry.by.login}</strong> pushed ${shortId(repository, id)} ${message.split("\n")[0]}${id === pull.headSha ? html` <span class="soft">(head)</span>` : ""}</div>\n`,
      )}`;
    }
  }
}

const verdicts: Readonly<Record<Review["state"], string>> = {
  APPROVED: "approved these changes",
  CHANGES_REQUESTED: "requested changes",
  COMMENTED: "reviewed",
  DISMISSED: "gave a review that was dismissed",
  PENDING: "has not sent this review yet",
};

function reviewView(hub: Hub, review: Review): Html {
  const verdict = html`<span class="${review.state}">${verdicts[review.state]}</span> at <code>${review.commitId.slice(0, 7)}</code>`;
  const tone = review.state === "APPROVED" ? "good" : review.state === "CHANGES_REQUESTED" ? "bad" : "";
  return said(
    hub,
    review.user.login,
    review.submittedAt,
    verdict,
    review.body,
    `pullrequestreview-${review.id}`,
    tone,
  );
}

function said(
  hub: Hub,
  login: string,
  at: number,
  what: string | Html,
  body: string,
  anchor: string,
  tone = "",
): Html {
  const content = body.trim() === "" ? "" : html`<div class="body">${markdown(body)}</div>`;
  return html`<article class="card ${tone}" id="${anchor}"><div class="head">${who(login)} ${what} ${when(hub, at)}</div>${content}</article>\n`;
}

function lineRemark(
  hub: Hub,
  repository: Repository,
  pull: Pull,
  comment: LineComment,
  files: readonly FileDiff[],
): Remark {
  return {
    path: comment.path,
    side: comment.side,
    line: comment.line,
    html: html`<div class="said notice" id="discussion_r${comment.id}"><div class="by">${who(comment.user.login)}</div>${commentView(files, comment)}${suggestionButton(hub, repository, pull, comment)}</div>`,
  };
}
