import type { ParserRule } from "./rules.ts";

/** Which rule a token breaks that was refused as a name. */
export function nameRule(text: string): ParserRule {
  if (text === "." || text === "") return "syn-empty-label";
  const labels = text.replace(/\\(?:\d{3}|[^\d])/g, "x").split(".");
  if (labels[labels.length - 1] === "") labels.pop();
  if (labels.some((label) => label === "")) return "syn-empty-label";
  return labels.some((label) => label.length > 63) ? "name-label-too-long" : "name-too-long";
}
