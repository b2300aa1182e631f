import { codeSpan, tableRow } from "../../../src/base/index.ts";
import type { PullKind } from "../../../src/demo/index.ts";
import { type FIXED, golden } from "../../golden/golden-files.ts";

/** What stands in golden files for the commit that was judged, and what a reader sees in its place. */
const COMMIT = [/\bHEAD\b/g, "5bf0a1c"] as const;

interface GoldenCheckRun {
  readonly name: string;
  readonly conclusion: string;
  readonly title: string;
  readonly actions: readonly { readonly label: string; readonly description: string }[];
  readonly annotations: readonly {
    readonly path: string;
    readonly start_line: number;
    readonly start_column: number | null;
    readonly title: string;
    readonly message: readonly string[];
    readonly raw_details: readonly string[] | null;
  }[];
}

/** The comment on one of the demo's kinds of pull request. */
export function goldenComment(
  kind: PullKind["kind"],
  part: "comment.md" | typeof FIXED = "comment.md",
): string {
  return quoted(golden(kind, part).replace(...COMMIT));
}

/** A comment as it reads on GitHub: quoted, its hidden mark and folded parts left out. */
function quoted(comment: string): string {
  return comment
    .replace(/<!--[\s\S]*?-->\n*/g, "")
    .replace(/\n*<details>[\s\S]*?<\/details>/g, "")
    .trimEnd()
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}

/** A check run's line and buttons. */
export function goldenCheckRun(kind: PullKind["kind"]): string {
  const { name, conclusion, title, actions } = checkRun(kind);
  const sign = conclusion === "success" ? "✅" : "❌";
  const buttons = actions.map(({ label, description }) => `**[${label}]** ${description}`);
  return [`> ${sign} **${name}**: ${title}`, ">", ...buttons.map((button) => `> - ${button}`)].join("\n");
}

/** A check run's annotations, each on its place. */
export function goldenAnnotations(kind: PullKind["kind"]): string {
  const rows = checkRun(kind).annotations.map(({ path, start_line, start_column, title, message }) =>
    tableRow([
      codeSpan(`${path}:${start_line}${start_column === null ? "" : `:${start_column}`}`),
      codeSpan(title),
      message.map((line) => codeSpan(line)).join("<br>"),
    ]),
  );
  return [tableRow(["place", "title", "message"]), "|---|---|---|", ...rows].join("\n");
}

/** The first suggestion of a review: what stands above it, and its block as GitHub takes it. */
export function goldenSuggestion(kind: PullKind["kind"]): string {
  const review = JSON.parse(golden(kind, "review.json")) as { comments: { body: string[] }[] };
  return ["````md", review.comments[0]!.body.join("\n").trimEnd(), "````"].join("\n");
}

function checkRun(kind: PullKind["kind"]): GoldenCheckRun {
  return JSON.parse(golden(kind, "check-run.json")) as GoldenCheckRun;
}
