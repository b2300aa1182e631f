import type { RepositoryRow } from "./delivery.ts";

/** The App as GitHub knows it. */
export interface AppState {
  readonly id: number;
  readonly slug: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
}

export interface Installation {
  readonly id: number;
  readonly account: string | undefined;
  readonly suspended: boolean;
}

/** A webhook that GitHub could not deliver, named by its last attempt. */
export interface FailedDelivery {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly deliveredAt: number;
}

/** What the App may ask about itself. Errors as for RepositoryGateway. */
export interface AppGateway {
  app(): Promise<AppState>;
  installations(): Promise<readonly Installation[]>;
  /** The repositories an installation reaches. */
  repositories(installationId: number): Promise<readonly RepositoryRow[]>;
  /** Webhooks since then (milliseconds) of which no attempt succeeded. GitHub keeps three days. */
  failedDeliveries(since: number): Promise<readonly FailedDelivery[]>;
  redeliver(deliveryId: number): Promise<void>;
}
