import type { Signature } from "../git/commit.ts";
import { type Account, noReplyAddress, webFlow } from "../state/account.ts";
import type { Hub } from "../state/hub.ts";

/** The account's own signature, as its git writes it. */
export function signatureOf(hub: Hub, account: Account): Signature {
  return { name: account.name, email: account.email, at: seconds(hub) };
}

/** The account's signature for what it does on GitHub's pages. */
export function pageSignature(hub: Hub, account: Account): Signature {
  return { name: account.name, email: noReplyAddress(account.id, account.login), at: seconds(hub) };
}

/** GitHub's own signature as committer of what is done on its pages. */
export function webFlowSignature(hub: Hub): Signature {
  return { name: webFlow.name, email: webFlow.email, at: seconds(hub) };
}

function seconds(hub: Hub): number {
  return Math.floor(hub.clock.now() / 1000);
}
