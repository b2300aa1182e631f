import { sha256 } from "../../../base/index.ts";
import type { AccountOptions } from "../options.ts";

export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: "User" | "Organization" | "Bot";
  readonly name: string;
  readonly email: string;
  readonly token: string;
}

export function createAccount(options: AccountOptions): Account {
  const digest = sha256(`account ${options.login}`);
  const id = options.id ?? 1_000_000 + Number.parseInt(digest.slice(0, 7), 16);
  return {
    id,
    login: options.login,
    type: options.type ?? "User",
    name: options.name ?? options.login,
    email: options.email ?? noReplyAddress(id, options.login),
    token: options.token ?? `ghp_${digest.slice(8, 44)}`,
  };
}

/** The account in whose name GitHub commits when somebody merges or edits on its pages. */
export const webFlow: Account = {
  id: 19_864_447,
  login: "web-flow",
  type: "User",
  name: "GitHub",
  email: "noreply@github.com",
  token: "",
};

/** The address GitHub gives an account for commits made on its pages. */
export function noReplyAddress(id: number, login: string): string {
  return `${id}+${login}@users.noreply.github.com`;
}
