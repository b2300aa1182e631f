export {
  type Annotation,
  type CheckButton,
  type CheckRunContent,
  type CheckRunOptions,
  checkRunName,
  evaluationCheckRun,
  heldTipCheckRun,
  releasedTipCheckRun,
  unmergeableCheckRun,
} from "./check-run.ts";
export { type MonitoredCheck, monitorCheckRun, monitorDigest } from "./monitor-check-run.ts";
export {
  PLAN_MARKER,
  type PlanCommentFacts,
  planComment,
  unboundComment,
  unmergeableComment,
} from "./plan-comment.ts";
export { RESULT_MARKER, type ResultFacts, resultComment, resultLine } from "./result-comment.ts";
export {
  type Suggestion,
  type SuggestionFile,
  suggestionsFor,
  suggestionsIntro,
} from "./suggestions.ts";
