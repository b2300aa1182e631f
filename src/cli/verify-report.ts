import { showInvisible, xmlAttribute, xmlText } from "../base/index.ts";
import type { CheckFailure, CheckResult } from "../checks/index.ts";
import type { Output } from "./output.ts";

/** What came of the checks against one nameserver. */
export interface VerifiedServer {
  /** "ns1 (192.0.2.1#53)". */
  readonly server: string;
  readonly results: readonly CheckResult[];
}

export const verifyFormats = ["text", "json", "junit"] as const;
export type VerifyFormat = (typeof verifyFormats)[number];

/** How every check went on every server. Text names those that passed in one line each. */
export function renderVerified(
  servers: readonly VerifiedServer[],
  format: VerifyFormat,
  paint: Output["paint"],
): string {
  if (format === "json") return `${JSON.stringify(servers.flatMap(asData), undefined, 2)}\n`;
  if (format === "junit") return junit(servers);
  return servers.map((one) => asText(one, paint)).join("\n");
}

/** What is wrong, then what could not be told. */
function findingsOf({ failures, unknowns = [] }: CheckResult): readonly CheckFailure[] {
  return [...failures, ...unknowns];
}

function asData({ server, results }: VerifiedServer) {
  return results.map((result) => ({
    server,
    check: result.name,
    ...(result.owner !== undefined && { owner: result.owner }),
    file: result.span.file,
    line: result.span.line,
    verdict: result.verdict,
    cases: result.cases,
    failures: result.failures.map(findingData),
    unknowns: (result.unknowns ?? []).map(findingData),
  }));
}

function findingData({ case: name, expected, found, message, span }: CheckFailure) {
  return { case: name, expected, found, message, file: span.file, line: span.line };
}

function asText({ server, results }: VerifiedServer, paint: Output["paint"]): string {
  const lines = results.flatMap((result) => [
    `  ${markOf(result, paint)} ${showInvisible(result.name)}`,
    ...findingsOf(result).map((finding) => `      ${sentence(finding)}`),
    ...(result.passed ? [] : [`      ${aboutCheck(result)}`]),
  ]);
  return `${paint.bold(showInvisible(server))}\n${lines.join("\n")}\n`;
}

function markOf({ verdict }: CheckResult, paint: Output["paint"]): string {
  const words = {
    pass: paint.green("pass"),
    fail: paint.red("FAIL"),
    unknown: paint.yellow("could not tell"),
  };
  return words[verdict];
}

function sentence({ case: name, message, span }: CheckFailure): string {
  const text = name === "" ? message : `${name}: ${message}`;
  return showInvisible(`${text} (${span.file}:${span.line})`);
}

function aboutCheck({ span, owner }: CheckResult): string {
  const by = owner === undefined ? "" : `, owned by ${owner}`;
  return showInvisible(`the check is at ${span.file}:${span.line}${by}`);
}

/** One suite a server, one case a check; what could not be told is an error, not a failure. */
function junit(servers: readonly VerifiedServer[]): string {
  const all = servers.flatMap(({ results }) => results);
  const suites = servers.map(({ server, results }) => {
    const cases = results.map(junitCase).join("");
    return `  <testsuite name="${xmlAttribute(server)}" ${junitCounts(results)}>\n${cases}  </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="zonewright" ${junitCounts(all)}>\n${suites.join("")}</testsuites>\n`;
}

function junitCounts(results: readonly CheckResult[]): string {
  const of = (verdict: CheckResult["verdict"]) => results.filter((one) => one.verdict === verdict).length;
  return `tests="${results.length}" failures="${of("fail")}" errors="${of("unknown")}"`;
}

function junitCase(result: CheckResult): string {
  const { name, slug, verdict, span } = result;
  const open = `    <testcase classname="${xmlAttribute(span.file)}" name="${xmlAttribute(name)}"`;
  if (verdict === "pass") return `${open}/>\n`;
  const findings = findingsOf(result);
  const tag = verdict === "fail" ? "failure" : "error";
  const told = findings.map(sentence).join("\n");
  const message = xmlAttribute(findings[0]?.message ?? "");
  return `${open}><${tag} type="${xmlAttribute(`check/${slug}`)}" message="${message}">${xmlText(told)}</${tag}></testcase>\n`;
}
