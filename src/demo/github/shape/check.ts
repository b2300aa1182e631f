import type { Annotation, CheckRun, CheckSuite } from "../state/check.ts";
import type { Hub } from "../state/hub.ts";
import type { Pull } from "../state/pull.ts";
import type { Repository } from "../state/repository.ts";
import { appShape } from "./app.ts";
import { minimalPullShape } from "./pull.ts";
import { repositoryPage, repositoryUrl } from "./repository.ts";
import { moment, momentOrNull, nodeId } from "./text.ts";

/** Never those from forks: GitHub does not name them. */
function openPullsAt(repository: Repository, sha: string): Pull[] {
  return [...repository.pulls.values()].filter(
    ({ state, headSha, fork }) => state === "open" && fork === undefined && headSha === sha,
  );
}

export function checkRunShape(hub: Hub, repository: Repository, run: CheckRun) {
  const url = `${repositoryUrl(hub, repository)}/check-runs/${run.id}`;
  const page = `${repositoryPage(hub, repository)}/runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId("CR", run.id),
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: page,
    details_url: run.detailsUrl ?? page,
    status: run.status,
    conclusion: run.conclusion,
    started_at: moment(run.startedAt),
    completed_at: momentOrNull(run.completedAt),
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: run.suite.id },
    app: appShape(hub),
    pull_requests: openPullsAt(repository, run.headSha).map((pull) =>
      minimalPullShape(hub, repository, pull),
    ),
  };
}

/** A check run as webhooks carry it: with its suite. */
export function checkRunEventShape(hub: Hub, repository: Repository, run: CheckRun) {
  const shape = checkRunShape(hub, repository, run);
  return { ...shape, check_suite: checkSuiteShape(hub, repository, run.suite, run) };
}

function checkSuiteShape(hub: Hub, repository: Repository, suite: CheckSuite, run: CheckRun) {
  const pulls = openPullsAt(repository, suite.headSha);
  return {
    id: suite.id,
    node_id: nodeId("CS", suite.id),
    head_branch: pulls[0]?.headRef ?? null,
    head_sha: suite.headSha,
    status: run.status,
    conclusion: run.conclusion,
    url: `${repositoryUrl(hub, repository)}/check-suites/${suite.id}`,
    before: null,
    after: suite.headSha,
    pull_requests: pulls.map((pull) => minimalPullShape(hub, repository, pull)),
    app: appShape(hub),
    created_at: moment(suite.createdAt),
    updated_at: moment(suite.createdAt),
  };
}

export function annotationShape(hub: Hub, repository: Repository, run: CheckRun, annotation: Annotation) {
  return {
    path: annotation.path,
    blob_href: `${repositoryPage(hub, repository)}/blob/${run.headSha}/${annotation.path}`,
    start_line: annotation.startLine,
    end_line: annotation.endLine,
    start_column: annotation.startColumn,
    end_column: annotation.endColumn,
    annotation_level: annotation.level,
    title: annotation.title,
    message: annotation.message,
    raw_details: annotation.rawDetails,
  };
}
