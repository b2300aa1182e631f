import { emptyTree } from "../git/objects.ts";
import type { Hub } from "../state/hub.ts";
import type { Repository } from "../state/repository.ts";
import { checksView, latestRuns } from "./checks.ts";
import { diffView } from "./diff.ts";
import { type Html, html } from "./html.ts";
import { layout, mark, shortId, when } from "./layout.ts";
import { markdown } from "./markdown.ts";
import { stateOf } from "./pull.ts";

const recentCommits = 15;
const recentDeployments = 5;

/** The page of all repositories. */
export function homePage(hub: Hub): Html {
  const rows = [...hub.repositories.values()].map(
    (one) =>
      html`<div class="row"><a href="/${one.fullName}">${one.fullName}</a> <span class="soft">${one.description ?? ""}</span></div>`,
  );
  return layout(
    "GitHub stand-in",
    undefined,
    html`<h1>Repositories</h1>${card(rows, "There is no repository yet.")}`,
  );
}

/** The page of one repository: pull requests, deployments, latest commits. */
export async function repositoryPage(hub: Hub, repository: Repository): Promise<Html> {
  const page = `/${repository.fullName}`;
  const pulls = [...repository.pulls.values()]
    .reverse()
    .map(
      (pull) =>
        html`<div class="row"><span class="badge ${stateOf(pull)}">${stateOf(pull)}</span> <a href="${page}/pull/${pull.number}">${pull.title}</a> <span class="soft">#${pull.number} by ${pull.author.login}, ${when(hub, pull.createdAt)}</span></div>`,
    );
  const deployments = [...repository.deployments.values()]
    .slice(-recentDeployments)
    .reverse()
    .map((one) => {
      const latest = one.statuses.at(-1);
      const state = latest?.state ?? "pending";
      return html`<div class="row">${mark(state)} <strong>${one.environment}</strong> ${shortId(repository, one.sha)} ${state.replace("_", " ")} <span class="soft">${latest?.description ?? ""} ${when(hub, one.updatedAt)}</span></div>`;
    });
  const tip = repository.branch(repository.defaultBranch);
  const ids =
    tip === undefined
      ? []
      : await repository.objects.revList(`--max-count=${recentCommits}`, "--first-parent", tip);
  const commits = await Promise.all(ids.map(async (id) => await repository.objects.commitAt(id)));
  const history = commits.map(
    ({ id, message, author, committer }) =>
      html`<div class="row">${shortId(repository, id)} ${message.split("\n")[0]} <span class="soft">${author.name}, ${when(hub, committer.at * 1000)}</span></div>`,
  );
  return layout(
    repository.fullName,
    repository,
    html`<h1>${repository.fullName}</h1><p class="soft">${repository.description ?? ""}</p>
<h2>Pull requests</h2>${card(pulls, "No pull request has been opened yet.")}
<h2>Deployments</h2>${card(deployments, "Nothing has been deployed yet.")}
<h2>Latest on <code>${repository.defaultBranch}</code></h2>${card(history, "The branch has no commits.")}`,
  );
}

/** The page of one commit; undefined if the repository has none of that id. */
export async function commitPage(hub: Hub, repository: Repository, id: string): Promise<Html | undefined> {
  const commit = await repository.objects.commit(id);
  if (!commit) return undefined;
  const files = await repository.objects.diff(commit.parents[0] ?? emptyTree, id);
  const [subject, ...rest] = commit.message.split("\n");
  return layout(
    `${subject} · ${id.slice(0, 7)}`,
    repository,
    html`<h1>${subject}</h1>${markdown(rest.join("\n"))}
<p class="soft"><strong>${commit.author.name}</strong> ${when(hub, commit.committer.at * 1000)} · <code>${id}</code> ·
parents: ${commit.parents.map((parent) => html`${shortId(repository, parent)} `)}</p>
<h2>Checks</h2>${checksView(hub, repository, latestRuns(repository, id), [])}
<h2>Changes</h2>${diffView(files, [])}`,
  );
}

function card(rows: readonly Html[], empty: string): Html {
  return html`<div class="card plain">${rows.length > 0 ? rows : html`<div class="row soft">${empty}</div>`}</div>`;
}
