export type { ApprovalPolicy, PassedLimit } from "./approvals.ts";
export { judgePolicy, type PolicyFacts } from "./judge.ts";
export { type PolicyResult, type PolicyStatus, type PullVerdict, verdictOf } from "./result.ts";
export { type WeighedReviews, weighReviews } from "./reviews.ts";
