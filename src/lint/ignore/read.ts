import { didYouMean, type Span } from "../../base/index.ts";
import type { Diagnostic } from "../../diagnostic/index.ts";
import type { Ignore } from "./ignore.ts";
import { lineAt, RecordsAfter, splitLine } from "./lines.ts";

const MARK = "zonewright-ignore";

/** Ignores of one file that are read: each is held against each finding of the file. */
const MOST = 1000;

/** What an ignore must look like, after the mark. The parts exclude each other's first characters: time is linear. */
const FORM =
  /^(?<whole>-file)?[ \t]+(?<rules>[a-z0-9-]+(?:,[ \t]*[a-z0-9-]+)*)[ \t]+--[ \t]+(?<reason>\S.*)$/;

export interface FoundIgnores {
  readonly ignores: readonly Ignore[];
  /** Comments that were meant as one and are none, which therefore hide nothing. */
  readonly problems: readonly Diagnostic[];
}

/** What may be asked of a rule id: is there such a rule, and may it be ignored? */
export interface KnownRules {
  readonly ids: readonly string[];
  /** Why findings of this rule cannot be ignored; undefined where they can. */
  whyNot(rule: string): string | undefined;
}

/**
 * The ignores of one zone file. At the end of a line with a record one speaks of that line; on a line of its own, of the
 * whole record that comes next; `zonewright-ignore-file`, of the file.
 */
export function readIgnores(octets: Uint8Array, file: string, known: KnownRules): FoundIgnores {
  const text = Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength);
  const ignores: Ignore[] = [];
  const problems: Diagnostic[] = [];
  const counter = lineCounter(text);
  const records = new RecordsAfter(text);
  for (let at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at)) {
    const { start, end } = lineAt(text, at);
    const read = readLine(text.toString("utf8", start, end), file, counter(start));
    if (ignores.length + problems.length >= MOST) {
      if (read)
        return { ignores, problems: [...problems, problem("rules" in read ? read.span : read, TOO_MANY)] };
    } else if (read && "rules" in read) {
      const { alone, whole, ...ignore } = read;
      const fault = faultOf(ignore.rules, known);
      const { line } = ignore.span;
      const lines = whole ? undefined : alone ? records.after(end, line) : { from: line, to: line };
      if (fault === undefined) ignores.push({ ...ignore, lines });
      else problems.push(problem(ignore.span, fault));
    } else if (read) problems.push(read);
    at = end;
  }
  return { ignores, problems };
}

/** Rules that one ignore may name. */
const MOST_RULES = 20;

const TOO_MANY = `a file has at most ${MOST} ignores: this and those after it hide nothing`;

interface ReadIgnore extends Omit<Ignore, "lines"> {
  readonly alone: boolean;
  readonly whole: boolean;
}

function readLine(text: string, file: string, line: number): ReadIgnore | Diagnostic | undefined {
  const { comment, column, alone } = splitLine(text);
  const body = comment?.trim().replace(/^;+/, "").trim();
  if (comment === undefined || !body?.startsWith(MARK)) return undefined;
  const endColumn = column + [...comment.trimEnd()].length;
  const span: Span = { file, line, column, endLine: line, endColumn };
  const parts = FORM.exec(body.slice(MARK.length))?.groups;
  if (!parts)
    return problem(
      span,
      `this hides nothing: write "; ${MARK} rule-id -- reason", or "; ${MARK}-file rule-id -- reason" for the whole file`,
    );
  const rules = [...new Set(parts.rules!.split(",").map((rule) => rule.trim()))];
  return { span, rules, reason: parts.reason!.trim(), alone, whole: parts.whole !== undefined };
}

/** Why an ignore of these rules is none, the first reason; undefined where it is one. */
function faultOf(rules: readonly string[], { ids, whyNot }: KnownRules): string | undefined {
  if (rules.length > MOST_RULES) return `an ignore names at most ${MOST_RULES} rules: this hides nothing`;
  for (const rule of rules) {
    const reason = whyNot(rule);
    if (reason !== undefined) return `${rule} cannot be ignored: ${reason}`;
    if (ids.includes(rule)) continue;
    const meant = didYouMean(rule, ids);
    return `there is no rule "${rule}" to ignore${meant ? `: did you mean "${meant}"?` : ""}`;
  }
  return undefined;
}

function problem(span: Span, message: string): Diagnostic {
  return { ...span, rule: "ignore-invalid", severity: "warning", message };
}

/** Numbers lines from 1; to be asked for ascending offsets. */
function lineCounter(text: Buffer): (offset: number) => number {
  let [line, seen] = [1, 0];
  return (offset) => {
    for (let at = text.indexOf(10, seen); at >= 0 && at < offset; at = text.indexOf(10, at + 1)) line += 1;
    seen = Math.max(seen, offset);
    return line;
  };
}
