import { type CheckChanges, createCheck, rerequestCheck, updateCheck } from "../../act/checks.ts";
import { resolve } from "../../act/commits.ts";
import { ApiError, notFound } from "../../api-error.ts";
import { annotationShape, checkRunShape } from "../../shape/check.ts";
import type { Annotation, CheckRun } from "../../state/check.ts";
import type { Fields } from "../fields.ts";
import { paged } from "../paging.ts";
import { type Reply, type RepositoryCall, type Route, reads, writes } from "../route.ts";

const one = "/check-runs/:id";
const statuses = ["queued", "in_progress", "completed", "waiting", "requested", "pending"] as const;
const conclusions = [
  "action_required",
  "cancelled",
  "failure",
  "neutral",
  "success",
  "skipped",
  "stale",
  "timed_out",
] as const;

export const checkRoutes: readonly Route[] = [
  writes("checks", "app", "POST", "/check-runs", async (call) => {
    const { hub, repository, body } = call;
    const sha = body.text("head_sha");
    if (!(await repository.objects.commit(sha))) throw new ApiError(422, `No commit found for SHA: ${sha}`);
    const run = createCheck(hub, repository, sha, { ...changesIn(body), name: body.text("name") });
    return { ...shaped(call, run), status: 201 };
  }),
  reads("checks", one, (call) => shaped(call, runOf(call))),
  writes("checks", "app", "PATCH", one, (call) => {
    const run = runOf(call);
    updateCheck(call.hub, call.repository, run, changesIn(call.body));
    return shaped(call, run);
  }),
  reads("checks", `${one}/annotations`, (call) => {
    const run = runOf(call);
    return paged(call, run.annotations, (annotation) =>
      annotationShape(call.hub, call.repository, run, annotation),
    );
  }),
  writes("checks", "write", "POST", `${one}/rerequest`, (call) => {
    rerequestCheck(call.hub, call.repository, runOf(call), call.actor.account);
    return { status: 201, body: {} };
  }),
  reads("checks", "/commits/:ref+/check-runs", listForCommit),
];

function shaped({ hub, repository }: RepositoryCall, run: CheckRun): Reply {
  return { body: checkRunShape(hub, repository, run) };
}

function runOf({ repository, parameters }: RepositoryCall): CheckRun {
  const run = repository.checkRuns.get(Number(parameters.id));
  if (!run) throw notFound();
  return run;
}

/** Newest first; `filter=latest`, the default, has only the newest of each name. */
async function listForCommit(call: RepositoryCall): Promise<Reply> {
  const { hub, repository, query } = call;
  const sha = await resolve(repository, call.parameters.ref!);
  if (sha === undefined) throw new ApiError(422, `No commit found for SHA: ${call.parameters.ref}`);
  const appId = query.get("app_id");
  const matching = [...repository.checkRuns.values()]
    .reverse()
    .filter((run) => run.headSha === sha && (appId === null || appId === String(hub.app.id)))
    .filter((run) => (query.get("check_name") ?? run.name) === run.name)
    .filter((run) => (query.get("status") ?? run.status) === run.status);
  const names = new Set<string>();
  const latest = matching.filter(({ name }) => !names.has(name) && names.add(name));
  const runs = query.get("filter") === "all" ? matching : latest;
  return paged(
    call,
    runs,
    (run) => checkRunShape(hub, repository, run),
    (page) => ({ total_count: runs.length, check_runs: page }),
  );
}

function changesIn(body: Fields): CheckChanges {
  const output = body.object("output");
  return {
    name: body.optionalText("name"),
    externalId: body.optionalText("external_id"),
    detailsUrl: body.optionalText("details_url"),
    status: body.choice("status", statuses),
    conclusion: body.choice("conclusion", conclusions),
    startedAt: body.optionalMoment("started_at"),
    completedAt: body.optionalMoment("completed_at"),
    output: output && {
      title: output.optionalText("title"),
      summary: output.text("summary"),
      text: output.optionalText("text"),
      annotations: output.objects("annotations").map(annotationIn),
    },
    actions: body.has("actions")
      ? body.objects("actions").map((action) => ({
          label: action.text("label"),
          description: action.text("description"),
          identifier: action.text("identifier"),
        }))
      : undefined,
  };
}

function annotationIn(fields: Fields): Annotation {
  return {
    path: fields.text("path"),
    startLine: fields.number("start_line"),
    endLine: fields.number("end_line"),
    startColumn: fields.optionalNumber("start_column") ?? null,
    endColumn: fields.optionalNumber("end_column") ?? null,
    level: fields.choice("annotation_level", ["notice", "warning", "failure"]) ?? "failure",
    title: fields.optionalText("title") ?? null,
    message: fields.text("message"),
    rawDetails: fields.optionalText("raw_details") ?? null,
  };
}
