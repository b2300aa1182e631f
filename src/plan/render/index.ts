import type { Plan } from "../plan.ts";
import { renderMarkdown } from "./markdown.ts";
import { renderText } from "./text.ts";

export type PlanFormat = "text" | "json" | "markdown";

/**
 * A plan for a terminal, a program or a pull request's comment. Record text is an attacker's to choose: markdown is
 * inert and at most 65,000 characters, text shows what would be invisible.
 */
export function renderPlan(plan: Plan, format: PlanFormat): string {
  switch (format) {
    case "text":
      return renderText(plan);
    case "json":
      return `${JSON.stringify(plan, null, 2)}\n`;
    case "markdown":
      return renderMarkdown(plan);
  }
}
