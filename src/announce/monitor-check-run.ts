import { codeSpan, escapeMarkdown, markdownSentence, sha256, stableJson, tableRow } from "../base/index.ts";
import type { CheckFinding } from "../deploy/index.ts";
import { bounded, shortened } from "./bounded.ts";
import { type CheckRunContent, counts, withDigest } from "./check-run.ts";

/** How a check does on a nameserver; times are milliseconds since 1970. */
export interface MonitoredCheck {
  readonly server: string;
  readonly slug: string;
  readonly name: string;
  /** Undefined until enough rounds agree. */
  readonly verdict: "pass" | "fail" | "unknown" | undefined;
  readonly since: number;
  readonly findings: readonly CheckFinding[];
}

/** Changes when a check begins or ends to fail, or to be unknown, on a nameserver; not with the words of the moment. */
export function monitorDigest(checks: readonly MonitoredCheck[]): string {
  return sha256(
    stableJson(notPassing(checks).map(({ server, slug, verdict, since }) => [server, slug, verdict, since])),
  );
}

/** Rows of the table, and octets of a finding: more than that nobody reads. */
const MOST_ROWS = 100;
const MOST_OF_FINDING = 500;

/** What the commit's check run says of its checks on the nameservers, all the time. */
export function monitorCheckRun(ref: string, checks: readonly MonitoredCheck[]): CheckRunContent {
  const told = notPassing(checks);
  const failing = told.filter(({ verdict }) => verdict === "fail");
  const conclusion = failing.length > 0 ? "failure" : told.length > 0 ? "neutral" : "success";
  return withDigest({
    name: `zonewright monitor (${ref})`,
    conclusion,
    title: titleOf(failing, told),
    summary: told.length === 0 ? allWell(checks) : bounded(tableOf(told), 60_000, "zonewright verify"),
    annotations: [],
    actions: [],
  });
}

function notPassing(checks: readonly MonitoredCheck[]): readonly MonitoredCheck[] {
  const order = { fail: 0, unknown: 1 };
  return checks
    .flatMap((one) =>
      one.verdict === "fail" || one.verdict === "unknown" ? [{ ...one, verdict: one.verdict }] : [],
    )
    .sort(
      (a, b) =>
        order[a.verdict] - order[b.verdict] ||
        a.since - b.since ||
        (`${a.server} ${a.slug}` < `${b.server} ${b.slug}` ? -1 : 1),
    );
}

function titleOf(failing: readonly MonitoredCheck[], told: readonly MonitoredCheck[]): string {
  const [first] = failing.length > 0 ? failing : told;
  if (first === undefined) return "Every check passes on every nameserver again";
  const about = failing.length > 0 ? failing : told;
  const checks = new Set(about.map(({ slug }) => slug)).size;
  const which = counts(checks, "check");
  const where = counts(new Set(about.map(({ server }) => server)).size, "nameserver");
  const what =
    failing.length > 0 ? `${which} ${checks === 1 ? "fails" : "fail"} on` : `Cannot tell of ${which} on`;
  return `${what} ${where}, since ${dateOf(first.since)}`;
}

function allWell(checks: readonly MonitoredCheck[]): string {
  if (checks.length === 0) return "There are no checks to run any more.";
  const [last = 0] = checks.map(({ since }) => since).sort((a, b) => b - a);
  const servers = counts(new Set(checks.map(({ server }) => server)).size, "nameserver");
  const which = counts(new Set(checks.map(({ slug }) => slug)).size, "check");
  return `${which} on ${servers}: all pass since ${dateOf(last)}.`;
}

function tableOf(told: readonly MonitoredCheck[]): string {
  const shown = told
    .slice(0, MOST_ROWS)
    .map(({ server, name, verdict, since, findings }) =>
      tableRow([
        codeSpan(server),
        `${verdict === "fail" ? "❌ fails since" : "❓ cannot tell since"} ${dateOf(since)}`,
        escapeMarkdown(name) + ownerOf(findings),
        findings.map(sentence).join("<br>"),
      ]),
    );
  const rest = told.length > MOST_ROWS ? [`\n${told.length - MOST_ROWS} more are not shown.`] : [];
  return [
    tableRow(["nameserver", "since (UTC)", "check", "what was seen last"]),
    "|---|---|---|---|",
    ...shown,
    ...rest,
  ].join("\n");
}

function ownerOf([first]: readonly CheckFinding[]): string {
  return first?.owner === undefined ? "" : ` (${escapeMarkdown(first.owner)})`;
}

function sentence({ case: label, message, file, line }: CheckFinding): string {
  const text = shortened(label === "" ? message : `${label}: ${message}`, MOST_OF_FINDING);
  return `${markdownSentence(text)} (${codeSpan(`${file}:${line}`)})`;
}

/** "2026-11-20 16:40:05 UTC". */
function dateOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
