import type { Case } from "./case.ts";
import { checkCases } from "./checks.ts";
import { commentCases } from "./comments.ts";
import { deploymentCases } from "./deployments.ts";
import { eventCases } from "./events.ts";
import { mergeabilityCases } from "./mergeability.ts";
import { mergingCases } from "./merging.ts";
import { objectCases } from "./objects.ts";
import { reviewCases } from "./reviews.ts";
import { tokenCases } from "./tokens.ts";

/** What GitHub does, as far as Zonewright relies on it. The stand-in must do all of it, and so must the real one. */
export const cases: readonly Case[] = [
  ...mergeabilityCases,
  ...mergingCases,
  ...reviewCases,
  ...eventCases,
  ...checkCases,
  ...deploymentCases,
  ...commentCases,
  ...objectCases,
  ...tokenCases,
];
