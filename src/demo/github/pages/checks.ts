import type { Annotation, CheckRun } from "../state/check.ts";
import type { Hub } from "../state/hub.ts";
import type { Repository } from "../state/repository.ts";
import type { Remark } from "./diff.ts";
import { type Html, html } from "./html.ts";
import { mark } from "./layout.ts";
import { markdown } from "./markdown.ts";
import { checkButtons } from "./press.ts";

/** The newest run of each name on a commit. */
export function latestRuns(repository: Repository, sha: string): CheckRun[] {
  const runs = [...repository.checkRuns.values()].filter(({ headSha }) => headSha === sha);
  return [...new Map(runs.map((run) => [run.name, run])).values()];
}

/** The check runs, each with what it says; `elsewhere` are annotations on lines that the diff does not show. */
export function checksView(
  hub: Hub,
  repository: Repository,
  runs: readonly CheckRun[],
  elsewhere: readonly Remark[],
): Html {
  if (runs.length === 0) return html`<p class="soft">No checks have run on this commit.</p>`;
  const rows = runs.map((run) => {
    const state = run.conclusion ?? run.status;
    const said = [run.summary, run.text].filter((part) => part);
    const details =
      said.length === 0
        ? ""
        : html`<details><summary>Details</summary><div class="body">${said.map((part) => markdown(part!))}</div></details>`;
    const actions = checkButtons(hub, repository, run.id, run.actions);
    return html`<div class="row">${mark(state)} <strong>${run.name}</strong> <span class="soft">${state.replace("_", " ")}</span> ${run.title ?? ""}
<div class="body">${details}${actions}</div></div>\n`;
  });
  const outside = elsewhere.map(
    ({ path, line, html: said }) => html`<p class="code soft">${path}:${line}</p>${said}`,
  );
  return html`<div class="card plain">${rows}</div>${outside}`;
}

/** A run's annotations as remarks on the new side of the diff. */
export function annotationRemarks(run: CheckRun): Remark[] {
  return run.annotations.map((annotation) => ({
    path: annotation.path,
    side: "RIGHT",
    line: annotation.endLine,
    html: annotationView(run, annotation),
  }));
}

function annotationView(run: CheckRun, annotation: Annotation): Html {
  const { startLine, startColumn, level, title, message, rawDetails } = annotation;
  const place = startColumn === null ? `${startLine}` : `${startLine}:${startColumn}`;
  return html`<div class="said ${level}"><strong>${title ?? run.name}</strong> <span class="soft">${level}, ${place}, ${run.name}</span><br>
${message.split("\n").map((line, index) => [index > 0 ? html`<br>` : "", line])}${rawDetails === null ? "" : html`<pre>${rawDetails}</pre>`}</div>`;
}
