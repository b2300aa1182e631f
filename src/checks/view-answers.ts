import { z } from "zod";
import type { Name, RRType } from "../dns/index.ts";
import { describeResolution, listed, recordName } from "./describe.ts";
import type { Miss } from "./miss.ts";
import type { Questions } from "./questions.ts";
import { comparable } from "./rdata.ts";
import type { RecordPlace } from "./resolver.ts";

/** The views that are compared. */
export const viewsOption = z.array(z.string().min(1)).min(2);

/** What a name leads to in one view. */
interface ViewAnswer {
  readonly view: string;
  /** The records in a fixed order, or why there are none: the same text is the same answer. */
  readonly text: string;
  readonly at: RecordPlace | undefined;
}

/** What a name leads to in each of some views, or of all; a problem where there are no two to compare. */
export function answersByView(
  name: Name,
  type: RRType,
  views: readonly string[] | undefined,
  ask: Questions,
): { readonly answers: readonly ViewAnswer[]; readonly problem?: Miss } {
  const compared = views ?? ask.views;
  const answers = compared.map((view): ViewAnswer => {
    const answer = ask.inView(view).resolve(name, type);
    const values = answer.rdata.map((rdata) => comparable(type, rdata)).sort();
    const text = answer.kind === "records" ? listed(values) : describeResolution(answer, type);
    return { view, text, at: answer.place };
  });
  const unknown = compared.filter((view) => !ask.views.includes(view));
  const found = unknown.length > 0 ? `no zone in view "${unknown[0]}"` : `zones in ${listed(ask.views)} only`;
  if (unknown.length === 0 && compared.length > 1) return { answers };
  return { answers, problem: { record: recordName(name, type), expected: "views to compare", found } };
}
