import { z } from "zod";
import { created, numericId } from "./answers.ts";
import { cutLine, cutText } from "./cut.ts";
import type { CheckAction, CheckAnnotation, CheckReport, RepositoryGateway } from "./gateway.ts";
import type { RepositoryCalls } from "./repository-calls.ts";

type Checks = Pick<RepositoryGateway, "createCheckRun" | "updateCheckRun" | "findCheckRun">;

const PER_REQUEST = 50;
const MOST_ACTIONS = 3;
const limits = {
  title: 255,
  summary: 65_000,
  message: 65_000,
  label: 20,
  description: 40,
} as const;

export function checks({ calls, where, name, own }: RepositoryCalls): Checks {
  return {
    async createCheckRun(headSha, check) {
      const [first, ...rest] = requests(check);
      const run = await calls.write(
        `creating check "${check.name}" on ${headSha} in ${name}`,
        (octokit, options) =>
          octokit.rest.checks.create({
            ...where,
            name: check.name,
            head_sha: headSha,
            external_id: check.externalId,
            ...first,
            ...options,
          }),
        created,
      );
      for (const request of rest) await update(run.id, request);
      return run;
    },

    async updateCheckRun(id, report) {
      for (const request of requests(report)) await update(id, request);
    },

    async findCheckRun(headSha, checkName, externalId) {
      const { id: appId } = await own();
      const runs = await calls.pages(
        `looking for check "${checkName}" on ${headSha} in ${name}`,
        (page) => (octokit, options) =>
          octokit.rest.checks.listForRef({
            ...where,
            ref: headSha,
            check_name: checkName,
            app_id: appId,
            filter: "all",
            ...page,
            ...options,
          }),
        runsAnswer,
      );
      const ours = runs.filter((run) => run.app?.id === appId && run.external_id === externalId);
      const newest = ours.toSorted((a, b) => b.id - a.id)[0];
      return (
        newest && {
          id: newest.id,
          status: newest.status,
          conclusion: newest.conclusion ?? undefined,
          annotations: newest.output.annotations_count,
        }
      );
    },
  };

  async function update(id: number, request: CheckRequest): Promise<void> {
    await calls.write(
      `updating check run ${id} in ${name}`,
      (octokit, options) =>
        octokit.rest.checks.update({ ...where, check_run_id: id, ...request, ...options }),
      created,
    );
  }
}

type CheckRequest = ReturnType<typeof request>;

/** A report as the requests it takes. The run is not completed before its last annotation is there. */
function requests(report: CheckReport): [CheckRequest, ...CheckRequest[]] {
  const annotations = report.annotations ?? [];
  const rest: CheckRequest[] = [];
  for (let from = PER_REQUEST; from < annotations.length; from += PER_REQUEST) {
    const batch = annotations.slice(from, from + PER_REQUEST);
    rest.push(request(report, batch, from + PER_REQUEST >= annotations.length));
  }
  return [request(report, annotations.slice(0, PER_REQUEST), annotations.length <= PER_REQUEST), ...rest];
}

function request(report: CheckReport, annotations: readonly CheckAnnotation[], last: boolean) {
  const { status, conclusion, title, summary, text, detailsUrl, actions } = report;
  const output = {
    title: cutLine(title, limits.title),
    summary: cutText(summary, limits.summary),
    ...(text !== undefined && { text: cutText(text, limits.summary) }),
    ...(annotations.length > 0 && { annotations: annotations.map(annotationBody) }),
  };
  return {
    ...(last ? { status, ...(conclusion && { conclusion }) } : { status: "in_progress" as const }),
    ...(detailsUrl !== undefined && { details_url: detailsUrl }),
    ...(last && actions && { actions: actions.slice(0, MOST_ACTIONS).map(actionBody) }),
    output,
  };
}

function actionBody({ label, description, identifier }: CheckAction) {
  return {
    label: cutLine(label, limits.label),
    description: cutLine(description, limits.description),
    identifier,
  };
}

function annotationBody(annotation: CheckAnnotation) {
  const { path, startLine, endLine, startColumn, endColumn, level, title, message, rawDetails } = annotation;
  const oneLine = startLine === endLine;
  return {
    path,
    start_line: startLine,
    end_line: endLine,
    ...(oneLine && startColumn !== undefined && { start_column: startColumn }),
    ...(oneLine && endColumn !== undefined && { end_column: endColumn }),
    annotation_level: level,
    message: cutText(message, limits.message),
    ...(title !== undefined && { title: cutLine(title, limits.title) }),
    ...(rawDetails !== undefined && { raw_details: cutText(rawDetails, limits.message) }),
  };
}

const runsAnswer = z
  .object({
    check_runs: z.array(
      z.object({
        id: numericId,
        external_id: z.string().nullish(),
        status: z.string(),
        conclusion: z.string().nullish(),
        app: z.object({ id: numericId }).nullish(),
        output: z.object({ annotations_count: z.int() }),
      }),
    ),
  })
  .transform((answer) => answer.check_runs);
