import type { TrippedGuard } from "../guards/index.ts";
import type { Plan } from "../plan.ts";
import { renderMarkdown } from "./markdown.ts";
import { type Paint, renderText } from "./text.ts";

export type PlanFormat = "text" | "json" | "markdown";

export interface RenderOptions {
  /** The guards that the plan goes over. */
  readonly guards?: readonly TrippedGuard[];
  /** Colours, for text. */
  readonly paint?: Paint;
  /** Octets that markdown may take, 60,000 by default. */
  readonly limit?: number;
  /** The command that markdown gives for what does not fit. */
  readonly command?: string;
}

/**
 * A plan for a terminal, a program or a pull request's comment, with what is risky first. Record text is an attacker's to
 * choose: markdown is inert and bounded, text shows what would be invisible. JSON has the guards beside the plan.
 */
export function renderPlan(plan: Plan, format: PlanFormat, options: RenderOptions = {}): string {
  const { guards = [], paint, limit, command } = options;
  switch (format) {
    case "text":
      return renderText(plan, guards, paint);
    case "json":
      return `${JSON.stringify({ ...plan, guards }, null, 2)}\n`;
    case "markdown":
      return renderMarkdown(plan, {
        guards,
        ...(limit !== undefined && { limit }),
        ...(command !== undefined && { command }),
      });
  }
}
