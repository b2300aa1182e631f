import { TYPE } from "../../dns/index.ts";
import type { AssertionKind } from "../assertion.ts";
import { recordName } from "../describe.ts";
import { closed, nameOption, typeOption } from "../options.ts";
import { answersByView, viewsOption } from "../view-answers.ts";

const options = closed({
  "same-in-views": nameOption,
  type: typeOption.default(TYPE.A),
  views: viewsOption.optional(),
});

/** Everybody gets the same answer, wherever they ask from. */
export const sameInViews: AssertionKind<"same-in-views", typeof options> = {
  kind: "same-in-views",
  summary: "The name leads to the same records in every view, or in those named.",
  options,
  acrossViews: true,
  example: `same-in-views: status.acme.example
type: A`,
  evaluate({ "same-in-views": name, type, views }, ask) {
    const { answers, problem } = answersByView(name, type, views, ask);
    if (problem) return [problem];
    const [first, ...others] = answers;
    return others
      .filter(({ text }) => text !== first!.text)
      .map(({ view, text, at }) => ({
        record: `${recordName(name, type)} in view "${view}"`,
        expected: `${first!.text}, as in view "${first!.view}"`,
        found: text,
        at,
      }));
  },
};
