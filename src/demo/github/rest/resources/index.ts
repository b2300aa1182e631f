import type { Route } from "../route.ts";
import { appRoutes } from "./app.ts";
import { checkRoutes } from "./checks.ts";
import { commentRoutes } from "./comments.ts";
import { commitRoutes } from "./commits.ts";
import { contentsRoutes } from "./contents.ts";
import { deliveryRoutes } from "./deliveries.ts";
import { deploymentRoutes } from "./deployments.ts";
import { gitRoutes } from "./git.ts";
import { pullRoutes } from "./pulls.ts";
import { rateLimitRoutes } from "./rate-limit.ts";
import { repositoryRoutes } from "./repository.ts";
import { reviewRoutes } from "./reviews.ts";

/** Every route of the REST API; the first that fits a request answers it. */
export const routes: readonly Route[] = [
  ...appRoutes,
  ...deliveryRoutes,
  ...rateLimitRoutes,
  ...checkRoutes,
  ...commitRoutes,
  ...contentsRoutes,
  ...gitRoutes,
  ...commentRoutes,
  ...reviewRoutes,
  ...pullRoutes,
  ...deploymentRoutes,
  ...repositoryRoutes,
];
