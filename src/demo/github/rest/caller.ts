import type { Permissions } from "../options.ts";
import { type Account, webFlow } from "../state/account.ts";
import type { Actor, Hub, Installation } from "../state/hub.ts";

/** A token the App got for one of its installations. */
export interface InstallationToken {
  readonly token: string;
  readonly installation: Installation;
  readonly expiresAt: number;
  readonly permissions: Permissions;
  /** Ids of the repositories it is for; undefined: all of the installation. */
  readonly repositories: ReadonlySet<number> | undefined;
}

/** Who makes a request, by what the request proves. */
export type Caller =
  | { readonly kind: "nobody" }
  | { readonly kind: "app" }
  | { readonly kind: "installation"; readonly token: InstallationToken }
  | { readonly kind: "person"; readonly account: Account };

/** The account things are done in the name of. */
export function actorOf(hub: Hub, caller: Caller): Actor {
  switch (caller.kind) {
    case "person":
      return { account: caller.account, byApp: false };
    case "installation":
    case "app":
      return { account: hub.app.bot, byApp: true };
    case "nobody":
      return { account: webFlow, byApp: false };
  }
}

/** The caller's name for the request log; also the key of its rate limit. */
export function callerName(hub: Hub, caller: Caller): string | undefined {
  switch (caller.kind) {
    case "person":
      return caller.account.login;
    case "installation":
      return hub.app.bot.login;
    case "app":
      return "app";
    case "nobody":
      return undefined;
  }
}
