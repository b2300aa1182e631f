export { describeConfigFiles } from "./describe.ts";
export { type JudgedConfigFiles, judgeConfigFiles, readConfigFiles } from "./judge.ts";
export { DocumentMemo } from "./memo.ts";
export { changedConfigFiles } from "./plan.ts";
export { readTreeDocuments } from "./read.ts";
