import { codeSpan, escapeMarkdown, markdownSentence, tableRow } from "../base/index.ts";
import { type DeploymentState, MAX_QUESTIONS, type ServerResult, type ZoneStep } from "../deploy/index.ts";
import { bounded } from "./bounded.ts";
import { counts } from "./check-run.ts";
import { checksThere, serversFailing } from "./checks-there.ts";

export const RESULT_MARKER = "<!-- zonewright:result -->";

export interface ResultFacts {
  readonly sha: string;
  readonly target: string;
  readonly state: DeploymentState;
  /** Logins of those whose approval counted. */
  readonly approvedBy: readonly string[];
  /** Milliseconds from the deployment's start until it came to this state. */
  readonly tookMs: number;
}

/** The comment that says which server serves what now. */
export function resultComment(facts: ResultFacts): string {
  const { state } = facts;
  const rows = state.zones.flatMap((step) =>
    step.results.length > 0 ? step.results.map((r) => row(step, r)) : [unaskedRow(step)],
  );
  return bounded(
    [
      RESULT_MARKER,
      headline(facts),
      approvedLine(facts),
      [tableRow(["zone", "nameserver", "serves", "serial"]), "|---|---|---|---|", ...rows].join("\n"),
      ...differences(state),
      ...checksThere(state.checks),
    ].join("\n\n"),
    60_000,
  );
}

/** One line for a deployment status: at most 140 characters. */
export function resultLine(state: DeploymentState): string {
  const servers = new Set(state.zones.flatMap((zone) => zone.results.map((result) => result.server.name)));
  const said = {
    planned: "Planned",
    applying: "Publishing",
    verifying: "Asking the nameservers",
    succeeded: `Every nameserver asked (${servers.size}) serves exactly this commit`,
    degraded: "Not every nameserver serves this commit yet; trying on",
    failed: whyFailed(state),
    superseded: "A later commit took over",
  }[state.phase];
  return said.slice(0, 140);
}

function whyFailed({ checks }: DeploymentState): string {
  const failing = serversFailing(checks);
  if (failing.length === 0) return "A nameserver serves something else, or a zone was refused";
  return `A check fails on ${failing.join(", ")}`;
}

function headline({ state, sha, target, tookMs }: ResultFacts): string {
  const where = `${sha.slice(0, 7)} on ${codeSpan(target)}`;
  const took = `${(tookMs / 1000).toFixed(tookMs < 10_000 ? 2 : 0)} s`;
  switch (state.phase) {
    case "succeeded":
      return `### 🚀 Deployed ${where}: every nameserver serves exactly this commit${bySample(state)} (${took})`;
    case "failed":
      if (serversFailing(state.checks).length > 0)
        return `### 🚨 Deployed ${where}, but a check fails there: see which on which server`;
      return `### 🚨 Deploying ${where} went wrong: see which server serves what`;
    case "superseded":
      return `### ⏩ Deploying ${where} was taken over by a later commit`;
    default:
      return `### ⚠️ Deployed ${where}, but not every nameserver serves it yet; it is tried again until they do`;
  }
}

/** Where more changed than is asked about, the headline says so. */
function bySample({ zones }: DeploymentState): string {
  const sampled = zones.some(({ results }) => results.some(({ asked }) => asked > MAX_QUESTIONS));
  return sampled ? `, as far as a sample of ${MAX_QUESTIONS} changes tells` : "";
}

function approvedLine({ approvedBy }: ResultFacts): string {
  return approvedBy.length > 0
    ? `Approved by ${approvedBy.map((login) => escapeMarkdown(login)).join(", ")}.`
    : "";
}

function row(step: ZoneStep, result: ServerResult): string {
  const { name, address, port } = result.server;
  const serves = {
    ok: "✅ this commit",
    stale: "⏳ the old content",
    wrong: "❌ something else",
    unreachable: "❓ no answer",
  }[result.verdict];
  const gone = step.action === "remove" && result.verdict === "ok" ? "✅ no longer served" : serves;
  const detail =
    result.verdict === "ok"
      ? ` (${counts(result.asked, "answer")} compared in ${Math.round(result.tookMs)} ms)`
      : `: ${markdownSentence(result.detail)}`;
  return tableRow([
    codeSpan(step.zone),
    `${codeSpan(name)} ${escapeMarkdown(`${address} port ${port}`)}`,
    gone + detail,
    serialCell(step, result),
  ]);
}

function serialCell(step: ZoneStep, result: ServerResult): string {
  const now = result.serial === undefined ? "none" : String(result.serial);
  return step.serialBefore === undefined ? now : `${step.serialBefore} → ${now}`;
}

function unaskedRow(step: ZoneStep): string {
  return tableRow([
    codeSpan(step.zone),
    "none",
    `❌ ${markdownSentence(step.refused ?? "not asked yet")}`,
    String(step.serialBefore ?? "none"),
  ]);
}

function differences(state: DeploymentState): readonly string[] {
  const lines = state.zones.flatMap((step) =>
    step.results
      .filter((result) => result.verdict === "wrong" || result.verdict === "stale")
      .flatMap((result) =>
        result.differences
          .slice(0, 5)
          .map(
            (d) =>
              `- ${codeSpan(result.server.name)} ${codeSpan(`${d.name} ${d.type}`)}: expected ${codeSpan(d.expected)}, found ${codeSpan(d.found)}`,
          ),
      ),
  );
  return lines.length > 0 ? ["#### What differs", lines.slice(0, 40).join("\n")] : [];
}
