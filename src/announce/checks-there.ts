import { codeSpan, escapeMarkdown, markdownSentence } from "../base/index.ts";
import type { CheckFinding, ServerChecks } from "../deploy/index.ts";
import { shortened } from "./bounded.ts";
import { counts } from "./check-run.ts";

/** Octets of one finding: what a nameserver answers may be long. */
const MOST_OF_FINDING = 500;

/** How the commit's checks went on each nameserver, for the result comment; nothing where there are none. */
export function checksThere(checks: readonly ServerChecks[] = []): readonly string[] {
  if (checks.every(({ passed, failed, unknown, fault }) => passed + failed + unknown === 0 && !fault))
    return [];
  return ["#### Checks there", checks.map(serverLines).join("\n")];
}

/** The nameservers on which a check fails. */
export function serversFailing(checks: readonly ServerChecks[] = []): readonly string[] {
  return checks.filter(({ failed }) => failed > 0).map(({ server }) => server);
}

function serverLines({ server, passed, failed, unknown, findings, fault }: ServerChecks): string {
  const parts = [
    ...(failed > 0 ? [`${counts(failed, "check")} ${failed === 1 ? "fails" : "fail"} there`] : []),
    ...(unknown > 0 ? [`could not tell of ${counts(unknown, "check")}`] : []),
    ...(fault === undefined ? [] : [`the checks could not be run: ${markdownSentence(fault)}`]),
    ...(passed > 0 || failed + unknown === 0
      ? [`${counts(passed, "check")} ${passed === 1 ? "passes" : "pass"}`]
      : []),
  ];
  const mark = failed > 0 ? "❌" : unknown > 0 || fault !== undefined ? "❓" : "✅";
  return [
    `- ${mark} ${codeSpan(server)}: ${parts.join(", ")}`,
    ...findings.map((one) => `  - ${sentence(one)}`),
  ].join("\n");
}

function sentence({ check, owner, case: label, message, file, line }: CheckFinding): string {
  const which = `**${escapeMarkdown(check)}**${label === "" ? "" : ` (${escapeMarkdown(label)})`}`;
  const by = owner === undefined ? "" : `, owned by ${escapeMarkdown(owner)}`;
  return `${which}: ${markdownSentence(shortened(message, MOST_OF_FINDING))} (${codeSpan(`${file}:${line}`)}${by})`;
}
