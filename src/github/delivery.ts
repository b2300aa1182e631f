/** A webhook as it is kept: `payload` is the JSON text exactly as GitHub signed it, `receivedAt` milliseconds. */
export interface Delivery {
  readonly guid: string;
  readonly event: string;
  readonly action: string | undefined;
  readonly receivedAt: number;
  readonly payload: string;
}

/** A repository as a webhook names it. Keyed by `id`: owner and name may change. */
export interface RepositoryRow {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly installationId: number;
  readonly defaultBranch: string | undefined;
}

/** A review at the moment its webhook was made; `headSha` is the pull request's head at that moment. */
export interface RecordedReview {
  readonly id: number;
  readonly repositoryId: number;
  readonly number: number;
  readonly userId: number;
  readonly login: string;
  readonly userType: string;
  readonly state: "approved" | "changes_requested" | "commented" | "dismissed";
  readonly headSha: string;
  readonly commitId: string | undefined;
  readonly submittedAt: number;
  readonly receivedAt: number;
}

/** Who put `headSha` at the tip of a branch, as the webhook's sender told. */
export interface RecordedPush {
  readonly repositoryId: number;
  readonly headSha: string;
  readonly userId: number;
}

/** Somebody pressed Fix on the check run of a pull request's head. */
export interface RecordedFixRequest {
  readonly repositoryId: number;
  readonly number: number;
  readonly headSha: string;
  readonly userId: number;
  readonly login: string;
  readonly userType: string;
  readonly requestedAt: number;
}

/** What a delivery means: what to look at again, and the facts only a webhook carries. */
export interface DeliveryNotes {
  readonly lanes: readonly string[];
  readonly repository?: RepositoryRow;
  readonly review?: RecordedReview;
  readonly push?: RecordedPush;
  readonly fix?: RecordedFixRequest;
  /** Pull requests whose check somebody asked for again: GitHub waits for a new run of it. */
  readonly reruns?: readonly { readonly repositoryId: number; readonly number: number }[];
  /** The same for whichever open pull requests have this head: GitHub names none from forks. */
  readonly rerunHead?: { readonly repositoryId: number; readonly headSha: string };
}

/** Stores a delivery with its notes in one transaction; "duplicate" where the GUID is already there. */
export type Accept = (delivery: Delivery, notes: DeliveryNotes) => Promise<"accepted" | "duplicate">;
