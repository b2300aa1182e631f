import { messageOf } from "../base/index.ts";
import { type Name, nameKey, parseName } from "../dns/index.ts";

const STEM = "{stem}";

/** What names zones may have: plain letters, digits, hyphen, underscore, and "/" for RFC 2317 reverse zones. */
const zoneName = /^(?:[A-Za-z0-9_/-]+\.)*[A-Za-z0-9_/-]+\.?$/;

/** A file's name without directories and without what follows its last dot. */
export function stemOf(path: string): string {
  const base = path.slice(path.lastIndexOf("/") + 1);
  const dot = base.lastIndexOf(".");
  return dot > 0 ? base.slice(0, dot) : base;
}

/**
 * The zone's name, in key form, that `text` gives; the final dot may be left out. Otherwise what is wrong, in words.
 */
export function readZoneName(text: string): { name: Name } | { problem: string } {
  if (/[^\u0000-\u007f]/.test(text))
    return { problem: `"${text}" is not ASCII: write the name as the DNS has it, in A-labels (xn--…)` };
  if (text !== "." && !zoneName.test(text))
    return { problem: `"${text}" is not a domain name of letters, digits, hyphens and dots` };
  try {
    return { name: nameKey(parseName(text.endsWith(".") ? text : `${text}.`)) };
  } catch (error) {
    return { problem: `"${text}" is not a domain name: ${messageOf(error)}` };
  }
}

/** The zone's name a template gives to a file. */
export function nameFromTemplate(template: string, path: string): { name: Name } | { problem: string } {
  return readZoneName(template.replaceAll(STEM, stemOf(path)));
}

/** What is wrong with a template whatever the file, in words, or undefined. */
export function templateProblem(template: string): string | undefined {
  const unknown = /[{}]/.exec(template.replaceAll(STEM, ""));
  if (unknown) return `a zone's name may contain ${STEM} and no other braces`;
  const read = readZoneName(template.replaceAll(STEM, "stem"));
  return "problem" in read ? read.problem : undefined;
}
