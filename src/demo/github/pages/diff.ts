import type { FileDiff } from "../git/diff.ts";
import { type HunkLine, hunkLines } from "../git/hunks.ts";
import { type Html, html } from "./html.ts";

/** Something said about a line of the new side, or of the old one for side LEFT. */
export interface Remark {
  readonly path: string;
  readonly side: "LEFT" | "RIGHT";
  readonly line: number;
  readonly html: Html;
}

/** Whether the diff shows the line a remark is about. */
export function isShown(files: readonly FileDiff[], remark: Remark): boolean {
  const file = files.find(({ path }) => path === remark.path);
  return hunkLines(file?.patch ?? "").some((line) => lineOn(line, remark.side) === remark.line);
}

/** The changed files, with remarks under the lines they are about. */
export function diffView(files: readonly FileDiff[], remarks: readonly Remark[]): Html {
  return html`${files.map((file) =>
    fileView(
      file,
      remarks.filter(({ path }) => path === file.path),
    ),
  )}`;
}

function fileView(file: FileDiff, remarks: readonly Remark[]): Html {
  const from = file.previousPath === undefined ? "" : `${file.previousPath} → `;
  const lines = hunkLines(file.patch ?? "");
  const rows = lines.map((line, index) => [
    line.hunk === lines[index - 1]?.hunk
      ? ""
      : html`<tr class="hunk code"><td colspan="4">${line.hunk}</td></tr>\n`,
    row(line),
    remarks
      .filter(({ side, line: number }) => lineOn(line, side) === number)
      .map((remark) => html`<tr class="remark"><td colspan="4">${remark.html}</td></tr>\n`),
  ]);
  const content =
    file.patch === undefined
      ? html`<div class="body soft"><p>No lines to show: the file is binary, or only its name or mode changed.</p></div>`
      : html`<div class="wide"><table class="diff">${rows}</table></div>`;
  return html`<section class="card" id="${file.path}"><div class="head"><strong class="code">${from}${file.path}</strong>
<span class="plus">+${file.additions}</span> <span class="minus">−${file.deletions}</span> ${file.status}</div>${content}</section>\n`;
}

function row({ kind, old, new: now, text }: HunkLine): Html {
  const sign = kind === "added" ? "+" : kind === "removed" ? "-" : " ";
  return html`<tr class="${kind} code"><td class="n">${old ?? ""}</td><td class="n">${now ?? ""}</td><td class="s">${sign}</td><td class="t">${text}</td></tr>\n`;
}

function lineOn(line: HunkLine, side: "LEFT" | "RIGHT"): number | undefined {
  return side === "RIGHT" ? line.new : line.old;
}
