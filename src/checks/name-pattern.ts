import { isAtOrBelow, labelsOf, type Name, nameKey, parseName, rootName } from "../dns/index.ts";

/**
 * A set of names, written as one name with `*` (any characters of a label) and `?` (one). `**` as the first label
 * stands for one label or more.
 */
export interface NamePattern {
  /** As written. */
  readonly text: string;
  /** The name at or below which all names of the set are. */
  readonly top: Name;
  /** The labels in front of `top`, patterns all or the last of them; `**` is left out. */
  readonly labels: readonly string[];
  readonly isDeep: boolean;
}

/** Reads a pattern, or a name, which is a pattern for itself alone; throws NameError where it is neither. */
export function parseNamePattern(text: string): NamePattern | string {
  const name = nameKey(parseName(text.endsWith(".") ? text : `${text}.`));
  const labels = [...labelsOf(name)];
  const isDeep = labels[0] === "**";
  if (isDeep) labels.shift();
  if (labels.some((label) => label.includes("**")))
    return `"${text}" is no pattern of names: "**" stands for whole labels, and first`;
  const wild = labels.findLastIndex((label) => /[*?]/.test(label)) + 1;
  const top = labels.slice(wild);
  return {
    text,
    top: top.length === 0 ? rootName : nameKey(parseName(`${top.join(".")}.`)),
    labels: labels.slice(0, wild),
    isDeep,
  };
}

/** Whether a name, in key form, is in the set. Takes time in proportion to the name: labels are 63 octets at most. */
export function matchesName({ top, labels, isDeep }: NamePattern, name: Name): boolean {
  if (labels.length === 0 && !isDeep) return name === top;
  if (!isAtOrBelow(name, top)) return false;
  if (name === top || labels.length === 0) return name !== top;
  const own = labelsOf((top === rootName ? name : name.slice(0, -top.length)) as Name);
  const depth = own.length;
  if (isDeep ? depth <= labels.length : depth !== labels.length) return false;
  const from = depth - labels.length;
  return labels.every((label, at) => matchesLabel(label, own[from + at]!));
}

/** Whether a label is as a pattern has it: at the last `*` that could have been longer, it goes back to. */
function matchesLabel(pattern: string, label: string): boolean {
  let [at, wanted] = [0, 0];
  let [star, taken] = [-1, 0];
  while (at < label.length) {
    if (pattern[wanted] === "*") {
      star = wanted;
      taken = at;
      wanted += 1;
    } else if (pattern[wanted] === "?" || pattern[wanted] === label[at]) {
      at += 1;
      wanted += 1;
    } else if (star >= 0) {
      taken += 1;
      at = taken;
      wanted = star + 1;
    } else return false;
  }
  while (pattern[wanted] === "*") wanted += 1;
  return wanted === pattern.length;
}

/** Whether a pattern is a name, and stands for itself alone. */
export function isOneName({ labels, isDeep }: NamePattern): boolean {
  return labels.length === 0 && !isDeep;
}
