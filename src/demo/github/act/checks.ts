import { invalidField } from "../api-error.ts";
import { checkRunEventShape } from "../shape/check.ts";
import type { Account } from "../state/account.ts";
import type { Annotation, CheckAction, CheckRun, CheckStatus } from "../state/check.ts";
import type { Hub } from "../state/hub.ts";
import type { Repository } from "../state/repository.ts";
import { emit } from "./event.ts";

export interface CheckOutput {
  readonly title: string | null | undefined;
  readonly summary: string;
  readonly text: string | null | undefined;
  readonly annotations: readonly Annotation[];
}

export interface CheckChanges {
  readonly name?: string | undefined;
  readonly externalId?: string | undefined;
  readonly detailsUrl?: string | undefined;
  readonly status?: CheckStatus | undefined;
  readonly conclusion?: string | undefined;
  readonly startedAt?: number | undefined;
  readonly completedAt?: number | undefined;
  readonly output?: CheckOutput | undefined;
  readonly actions?: readonly CheckAction[] | undefined;
}

/** Makes a check run on a commit. Throws ApiError 422 for what GitHub would refuse. */
export function createCheck(
  hub: Hub,
  repository: Repository,
  headSha: string,
  changes: CheckChanges & { readonly name: string },
): CheckRun {
  assertAllowed(changes);
  const now = hub.clock.now();
  const suite = repository.checkSuites.get(headSha) ?? { id: hub.nextId(), headSha, createdAt: now };
  repository.checkSuites.set(headSha, suite);
  const run: CheckRun = {
    id: hub.nextId(),
    suite,
    headSha,
    name: changes.name,
    externalId: "",
    detailsUrl: null,
    status: "queued",
    conclusion: null,
    startedAt: now,
    completedAt: null,
    title: null,
    summary: null,
    text: null,
    annotations: [],
    actions: [],
  };
  repository.checkRuns.set(run.id, run);
  apply(hub, run, changes);
  emitCheck(hub, repository, run, "created", hub.app.bot);
  if (run.status === "completed") emitCheck(hub, repository, run, "completed", hub.app.bot);
  return run;
}

/** Changes a check run; annotations are added to those it has. Throws ApiError 422 for what GitHub would refuse. */
export function updateCheck(hub: Hub, repository: Repository, run: CheckRun, changes: CheckChanges): void {
  assertAllowed(changes);
  const wasCompleted = run.status === "completed";
  apply(hub, run, changes);
  if (run.status === "completed" && !wasCompleted) emitCheck(hub, repository, run, "completed", hub.app.bot);
}

/** The "Re-run" button: GitHub starts the run over and tells the App. */
export function rerequestCheck(hub: Hub, repository: Repository, run: CheckRun, by: Account): void {
  emitCheck(hub, repository, run, "rerequested", by);
}

/** A button of the App's own. Throws ApiError 422 if the run has none of that name. */
export function pressAction(
  hub: Hub,
  repository: Repository,
  run: CheckRun,
  by: Account,
  identifier: string,
): void {
  if (!run.actions.some((action) => action.identifier === identifier)) {
    throw invalidField("CheckRun", "actions", `there is no button ${identifier}`, "missing");
  }
  emitCheck(hub, repository, run, "requested_action", by, { requested_action: { identifier } });
}

function apply(hub: Hub, run: CheckRun, changes: CheckChanges): void {
  run.name = changes.name ?? run.name;
  run.externalId = changes.externalId ?? run.externalId;
  run.detailsUrl = changes.detailsUrl ?? run.detailsUrl;
  run.startedAt = changes.startedAt ?? run.startedAt;
  run.actions = changes.actions ?? run.actions;
  const status = changes.conclusion === undefined ? changes.status : "completed";
  if (status !== undefined) {
    run.status = status;
    run.conclusion = changes.conclusion ?? null;
    run.completedAt = status === "completed" ? (changes.completedAt ?? hub.clock.now()) : null;
  }
  if (changes.output) {
    run.title = changes.output.title ?? run.title;
    run.summary = changes.output.summary;
    run.text = changes.output.text ?? run.text;
    run.annotations.push(...changes.output.annotations);
  }
}

const longestOutput = 65_535;
const mostAnnotations = 50;
const mostActions = 3;

function assertAllowed(changes: CheckChanges): void {
  if (changes.status === "completed" && changes.conclusion === undefined) {
    throw refused("conclusion", "is required when the status is completed");
  }
  const { output, actions } = changes;
  if ((output?.summary.length ?? 0) > longestOutput)
    throw refused("summary", "is too long (maximum is 65535 characters)");
  if ((output?.text?.length ?? 0) > longestOutput)
    throw refused("text", "is too long (maximum is 65535 characters)");
  if ((output?.annotations.length ?? 0) > mostAnnotations)
    throw refused("annotations", "exceeds a maximum quantity of 50");
  for (const annotation of output?.annotations ?? []) assertAnnotation(annotation);
  if ((actions?.length ?? 0) > mostActions) throw refused("actions", "exceeds a maximum quantity of 3");
  for (const { label, description, identifier } of actions ?? []) {
    if (label.length > 20 || description.length > 40 || identifier.length > 20) {
      throw refused(
        "actions",
        "label, description or identifier is too long (maximum is 20, 40, 20 characters)",
      );
    }
  }
}

function assertAnnotation(annotation: Annotation): void {
  const { startLine, endLine, startColumn, endColumn, message, title, rawDetails } = annotation;
  if (startLine < 1 || endLine < startLine)
    throw refused("annotations", "end_line must not be before start_line");
  if (startLine !== endLine && (startColumn !== null || endColumn !== null)) {
    throw refused("annotations", "columns need start_line and end_line to be the same");
  }
  const bytes = Math.max(Buffer.byteLength(message), Buffer.byteLength(rawDetails ?? ""));
  if (bytes > 65_536 || (title ?? "").length > 255)
    throw refused("annotations", "message, raw_details or title is too long");
}

function refused(field: string, message: string) {
  return invalidField("CheckRun", field, `${field} ${message}`, "invalid");
}

function emitCheck(
  hub: Hub,
  repository: Repository,
  run: CheckRun,
  action: string,
  by: Account,
  fields: Readonly<Record<string, unknown>> = {},
): void {
  emit(
    hub,
    repository,
    "check_run",
    action,
    { check_run: checkRunEventShape(hub, repository, run), ...fields },
    by,
  );
}
