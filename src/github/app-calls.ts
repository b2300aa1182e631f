import { z } from "zod";
import { anything, moment, numericId } from "./answers.ts";
import type { AppGateway } from "./app-gateway.ts";
import type { Calls } from "./calls.ts";

/** `app` calls with the App's own credentials, `installation` with a token for one installation's metadata. */
export function appCalls(app: Calls, installation: (id: number) => Calls): AppGateway {
  return {
    app: () =>
      app.read(
        "reading what GitHub knows of the App",
        (octokit, options) => octokit.rest.apps.getAuthenticated({ ...options }),
        appAnswer,
      ),

    installations: () =>
      app.pages(
        "listing the App's installations",
        (page) => (octokit, options) => octokit.rest.apps.listInstallations({ ...page, ...options }),
        z.array(installationAnswer),
      ),

    repositories: async (id) =>
      (
        await installation(id).pages(
          `listing the repositories of installation ${id}`,
          (page) => (octokit, options) =>
            octokit.rest.apps.listReposAccessibleToInstallation({ ...page, ...options }),
          repositoriesAnswer,
        )
      ).map((repository) => ({ ...repository, installationId: id })),

    async failedDeliveries(since) {
      const attempts = await app.cursorPages(
        "listing the App's webhook deliveries",
        (page) => (octokit, options) => octokit.rest.apps.listWebhookDeliveries({ ...page, ...options }),
        z.array(attempt),
        (page) => page.some(({ deliveredAt }) => deliveredAt < since),
      );
      const arrived = new Set(attempts.filter(({ ok }) => ok).map(({ guid }) => guid));
      const lost = attempts.filter(({ guid, deliveredAt }) => deliveredAt >= since && !arrived.has(guid));
      // Newest attempts come first: of each webhook the last one stays.
      return [
        ...new Map(lost.toReversed().map(({ ok: _, ...delivery }) => [delivery.guid, delivery])).values(),
      ];
    },

    async redeliver(deliveryId) {
      await app.write(
        `asking for webhook delivery ${deliveryId} again`,
        (octokit, options) =>
          octokit.rest.apps.redeliverWebhookDelivery({ delivery_id: deliveryId, ...options }),
        anything,
      );
    },
  };
}

const appAnswer = z.object({
  id: numericId,
  slug: z.string().min(1),
  permissions: z.record(z.string(), z.string()),
  events: z.array(z.string()),
});

const installationAnswer = z
  .object({
    id: numericId,
    account: z.object({ login: z.string() }).nullish().catch(undefined),
    suspended_at: z.string().nullish(),
  })
  .transform(({ id, account, suspended_at }) => ({
    id,
    account: account?.login,
    suspended: typeof suspended_at === "string",
  }));

const repositoriesAnswer = z
  .object({
    repositories: z.array(
      z.object({
        id: numericId,
        name: z.string().min(1),
        owner: z.object({ login: z.string().min(1) }),
        default_branch: z.string().optional(),
      }),
    ),
  })
  .transform(({ repositories }) =>
    repositories.map(({ id, name, owner, default_branch }) => ({
      id,
      owner: owner.login,
      name,
      defaultBranch: default_branch,
    })),
  );

const attempt = z
  .object({
    id: numericId,
    guid: z.string(),
    event: z.string(),
    status_code: z.int(),
    delivered_at: moment,
  })
  .transform(({ id, guid, event, status_code, delivered_at }) => ({
    id,
    guid,
    event,
    deliveredAt: delivered_at,
    ok: status_code >= 200 && status_code < 300,
  }));
