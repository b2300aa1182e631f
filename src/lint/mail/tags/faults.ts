import { didYouMean } from "../../../base/index.ts";
import type { Severity } from "../../../diagnostic/index.ts";
import type { RuleContext } from "../../rule.ts";
import type { TxtRecord } from "../../txt/index.ts";
import { shown } from "../../writing/index.ts";
import { readTagList, type Tag } from "./list.ts";

/** What is wrong with a tag's value, and the value that was probably meant. */
export interface ValueFault {
  readonly message: string;
  readonly instead?: string | undefined;
  readonly severity?: Severity;
}

/** A kind of tag list: what its tags are, and what they may hold. */
export interface TagForm {
  /** "DMARC", for messages. */
  readonly what: string;
  /** The value of `v`, case as it has to be. */
  readonly version: string;
  /** Whether a list without `v` is one too. */
  readonly versionMayBeMissing?: boolean;
  readonly required: readonly string[];
  /** By tag, in lower case. */
  readonly values: Readonly<Record<string, (value: string) => ValueFault | undefined>>;
}

/** Reports what is wrong with a TXT record of this form; false where nothing is. */
export function reportTagFaults(tell: RuleContext["report"], txt: TxtRecord, form: TagForm): boolean {
  let isSound = true;
  const report: RuleContext["report"] = (finding) => {
    isSound = false;
    tell(finding);
  };
  const { tags, strays } = readTagList(txt.text);
  const { row } = txt;
  const seen = new Set<string>();
  reportVersion(report, txt, form, tags);
  for (const { text, start, end } of strays) {
    const message = `"${shown(text)}" is no tag: ${form.what} has "tag=value" between semicolons`;
    report({ row, span: txt.span(start, end), message });
  }
  for (const tag of tags) {
    const name = tag.name.toLowerCase();
    if (seen.has(name)) {
      const message = `the tag ${tag.name} is there twice: receivers ignore the whole record, or one of them`;
      report({ row, span: txt.span(tag.start, tag.end), message });
    } else if (name !== "v") reportTag(report, txt, form, tag);
    seen.add(name);
  }
  for (const name of form.required.filter((one) => !seen.has(one))) {
    report({ row, span: txt.whole, message: `the tag ${name} is missing: ${form.what} needs it` });
  }
  return !isSound;
}

function reportVersion(
  report: RuleContext["report"],
  txt: TxtRecord,
  { what, version, versionMayBeMissing = false }: TagForm,
  tags: readonly Tag[],
): void {
  const { row } = txt;
  const tag = tags.find(({ name }) => name.toLowerCase() === "v");
  if (tag === undefined) {
    if (versionMayBeMissing) return;
    const message = `${what} starts with "v=${version};": without it receivers ignore the record`;
    const fix = txt.replace(`put v=${version} first`, 0, 0, `v=${version}; `);
    report({ row, span: txt.whole, message, fix });
  } else if (tag !== tags[0] || txt.text.slice(0, tag.start) !== "") {
    const message = `v=${version} has to be the first tag: receivers ignore the record`;
    report({ row, span: txt.span(tag.start, tag.end), message });
  } else if (tag.value !== version || tag.name !== "v") {
    const message = `"${shown(tag.name)}=${shown(tag.value)}" is not "v=${version}": receivers ignore the record`;
    const fix = txt.replace(`write v=${version}`, tag.start, tag.end, `v=${version}`);
    report({ row, span: txt.span(tag.start, tag.end), message, fix });
  }
}

function reportTag(report: RuleContext["report"], txt: TxtRecord, { what, values }: TagForm, tag: Tag): void {
  const { row } = txt;
  const check = Object.hasOwn(values, tag.name.toLowerCase()) ? values[tag.name.toLowerCase()] : undefined;
  if (check === undefined) {
    const near = didYouMean(tag.name, longNames(values));
    const hint = near ? `did you mean ${near}?` : "receivers ignore it";
    const end = tag.start + tag.name.length;
    const fix = near === undefined ? undefined : txt.replace(`write ${near}`, tag.start, end, near);
    const message = `${what} has no tag "${shown(tag.name)}": ${hint}`;
    report({
      row,
      span: txt.span(tag.start, tag.end),
      message,
      fix,
      ...(near === undefined && { severity: "warning" }),
    });
    return;
  }
  const fault = check(tag.value);
  if (fault === undefined) return;
  const { message, instead, severity } = fault;
  const fix =
    instead === undefined
      ? undefined
      : txt.replace(
          `write ${tag.name}=${instead}`,
          tag.valueStart,
          tag.valueStart + tag.value.length,
          instead,
        );
  report({
    row,
    span: txt.span(tag.start, tag.end),
    message: `${tag.name}: ${message}`,
    fix,
    ...(severity && { severity }),
  });
}

/** A tag of one letter is near to every other short one: such a slip is not guessed at. */
function longNames(values: TagForm["values"]): readonly string[] {
  return Object.keys(values).filter(({ length }) => length > 1);
}

/** A value that is one of these words, in any case. */
export function oneOf(...words: readonly string[]): (value: string) => ValueFault | undefined {
  return (value) =>
    words.includes(value.toLowerCase())
      ? undefined
      : {
          message: `"${shown(value)}" is none of ${words.join(", ")}`,
          instead: words.length > 2 ? didYouMean(value, words) : undefined,
        };
}

/** A value that is a list of these words between colons. */
export function listOf(...words: readonly string[]): (value: string) => ValueFault | undefined {
  return (value) => {
    const wrong = value.split(":").find((part) => !words.includes(part.trim().toLowerCase()));
    return wrong === undefined
      ? undefined
      : { message: `"${shown(wrong.trim())}" is none of ${words.join(", ")} (several stand between colons)` };
  };
}

/** A value that is a whole number. */
export function wholeNumber(most: number): (value: string) => ValueFault | undefined {
  return (value) =>
    /^\d{1,10}$/.test(value) && Number(value) <= most
      ? undefined
      : { message: `"${shown(value)}" is no number from 0 to ${most}` };
}
