import type { Probot } from "probot";
import { type Clock, systemClock } from "../base/index.ts";
import type { Accept } from "./delivery.ts";
import { handledEvents } from "./events.ts";
import { notesOf } from "./notes.ts";

/**
 * Makes a Probot instance take every handled event into the store, the same as the intake does: this is Zonewright as
 * a Probot app, for Probot's own tools and for webhooks that were fetched rather than posted.
 *
 * The intake does not come through here. Probot's receiver has no body limit, logs whole events, answers late
 * handlers before they are done, and drops events nobody listens to; it adds nothing once the signature is checked.
 */
export function registerApp(app: Probot, deps: { readonly accept: Accept; readonly clock?: Clock }): void {
  const clock = deps.clock ?? systemClock;
  app.on(
    handledEvents.map(({ name }) => name),
    async ({ id, name, payload }) => {
      const receivedAt = clock.now();
      const action = "action" in payload ? payload.action : undefined;
      await deps.accept(
        { guid: id, event: name, action, receivedAt, payload: JSON.stringify(payload) },
        notesOf(name, payload, receivedAt),
      );
    },
  );
}
