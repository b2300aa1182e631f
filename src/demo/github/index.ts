export type {
  ApiRequest,
  ApiResponse,
  ExchangeHook,
  Phase,
  RequestHook,
  RequestRecord,
} from "./exchange.ts";
export type { Fault, Faults, RequestEffect, RequestMatch, WebhookEffect, WebhookMatch } from "./faults.ts";
export type { Human, NewCommit, NewLineComment, NewPull } from "./human.ts";
export type {
  AccountOptions,
  AppOptions,
  BranchRule,
  FileChanges,
  GitHubOptions,
  Permissions,
  RepositoryOptions,
  Role,
  WebhookOptions,
} from "./options.ts";
export type { DeliveryRecord, StandInGitHub } from "./stand-in.ts";
export { startGitHub } from "./start.ts";
