import type { DirectiveChange } from "../plan.ts";
import type { Hunk } from "./changed-lines.ts";
import type { FileText } from "./file-text.ts";

/** An edited directive, and the file as it would be without that edit. */
export interface DirectiveEdit extends Omit<DirectiveChange, "effect"> {
  undone(): Uint8Array;
}

const directive = /^[ \t]*\$(TTL|ORIGIN|INCLUDE|GENERATE)(?=[ \t])/i;

interface Line {
  readonly kind: DirectiveChange["directive"];
  readonly at: number;
  readonly text: string;
}

/** The directives that were edited, came or went. In one place, those of a kind are paired in their order. */
export function directiveEdits(file: FileText): DirectiveEdit[] {
  return file.hunks.flatMap((hunk) => editsOf(file, hunk));
}

function editsOf(file: FileText, hunk: Hunk): DirectiveEdit[] {
  const old = Map.groupBy(directivesOf(hunk.before), ({ kind }) => kind);
  const now = Map.groupBy(directivesOf(hunk.after), ({ kind }) => kind);
  const kinds = new Set([...old.keys(), ...now.keys()]);
  return [...kinds].flatMap((kind) => {
    const [was, is] = [old.get(kind) ?? [], now.get(kind) ?? []];
    const edits = Array.from({ length: Math.max(was.length, is.length) }, (_, at) =>
      edit(file, hunk, kind, was[at], is[at]),
    );
    return edits.filter(({ before, after }) => before !== after);
  });
}

function edit(
  file: FileText,
  hunk: Hunk,
  kind: Line["kind"],
  was: Line | undefined,
  is: Line | undefined,
): DirectiveEdit {
  // One that is gone is put back at the same distance from where its surroundings begin.
  const at = hunk.afterAt + (is?.at ?? Math.min(was!.at, hunk.after.length));
  return {
    directive: kind,
    line: file.lineNumber(is ? at : hunk.beforeAt + was!.at),
    ...(was && { before: readable(was.text) }),
    ...(is && { after: readable(is.text) }),
    undone: () => file.with(at, is ? 1 : 0, was ? [was.text] : []),
  };
}

/** A line as its author sees it: lines are compared octet by octet, as Latin-1. */
function readable(line: string): string {
  return Buffer.from(line.trim(), "latin1").toString();
}

function directivesOf(lines: readonly string[]): Line[] {
  return lines.flatMap((text, at) => {
    const kind = directive.exec(text)?.[1];
    return kind === undefined ? [] : [{ kind: `$${kind.toUpperCase()}` as Line["kind"], at, text }];
  });
}
