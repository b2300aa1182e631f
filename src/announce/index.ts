export {
  type Annotation,
  type CheckRunContent,
  checkRunName,
  evaluationCheckRun,
  heldTipCheckRun,
  releasedTipCheckRun,
  unmergeableCheckRun,
} from "./check-run.ts";
export {
  PLAN_MARKER,
  type PlanCommentFacts,
  planComment,
  unboundComment,
  unmergeableComment,
} from "./plan-comment.ts";
export { RESULT_MARKER, type ResultFacts, resultComment, resultLine } from "./result-comment.ts";
