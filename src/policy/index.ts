export { type ApprovalPolicy, judgePolicy, type PolicyFacts } from "./judge.ts";
export { type PolicyResult, type PolicyStatus, type PullVerdict, verdictOf } from "./result.ts";
export { type WeighedReviews, weighReviews } from "./reviews.ts";
