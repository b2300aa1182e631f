import { TYPE } from "../../dns/index.ts";
import type { AssertionKind } from "../assertion.ts";
import { recordName } from "../describe.ts";
import { closed, nameOption, typeOption } from "../options.ts";
import { answersByView, viewsOption } from "../view-answers.ts";

const options = closed({
  "differs-in-views": nameOption,
  type: typeOption.default(TYPE.A),
  views: viewsOption.optional(),
});

/** Who asks from elsewhere gets another answer, so that what is internal stays so. */
export const differsInViews: AssertionKind<"differs-in-views", typeof options> = {
  kind: "differs-in-views",
  summary: "The name leads to other records in each view, or in each of those named.",
  options,
  acrossViews: true,
  example: `differs-in-views: www.acme.example
type: A
views: [internal, external]`,
  evaluate({ "differs-in-views": name, type, views }, ask) {
    const { answers, problem } = answersByView(name, type, views, ask);
    if (problem) return [problem];
    const first = new Map<string, string>();
    return answers.flatMap(({ view, text, at }) => {
      const other = first.get(text);
      first.set(text, other ?? view);
      if (other === undefined) return [];
      const record = `${recordName(name, type)} in view "${view}"`;
      return [{ record, expected: `another answer than in view "${other}"`, found: text, at }];
    });
  },
};
