import type { EndState } from "./story.ts";

/** Whatever dies at whatever point, the story ends in this state. */
export const endsOnce: EndState = {
  commitsOnMain: 3,
  pullMerged: true,
  planComments: 1,
  resultComments: 1,
  resultSaysServed: true,
  suggestions: 1,
  fixes: 1,
  greenChecksOnHead: 1,
  deployments: ["in_progress success", "in_progress success"],
  answer: "radio.lab.acme.example. 600 IN A 10.1.64.40",
  serialRoseBy: 1,
};
