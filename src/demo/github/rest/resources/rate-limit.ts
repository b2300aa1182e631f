import { callerName } from "../caller.ts";
import { general, type Route } from "../route.ts";

export const rateLimitRoutes: readonly Route[] = [
  general("anyone", "GET", "/rate_limit", ({ hub, caller, rates }) => {
    const rate = rates.of(callerName(hub, caller));
    return { body: { resources: { core: rate, search: rate }, rate } };
  }),
];
