import type { SandboxLimits } from "../checks/index.ts";
import type { Name } from "../dns/index.ts";
import { patternCovers } from "./zone-pattern.ts";

/** What is needed to be a GitHub App; from the environment. */
export interface GithubSettings {
  /** REST API root without final slash: `https://api.github.com`, or `https://HOST/api/v3` for GitHub Enterprise. */
  readonly baseUrl: string;
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  /** Any of these may have signed a webhook: more than one while the secret is being changed. */
  readonly webhookSecrets: readonly string[];
}

/** A place to deploy to: its kind, and the options of that kind as its schema left them. */
export interface TargetConfig {
  readonly kind: string;
  readonly [option: string]: unknown;
}

/** What one branch of one repository may deploy, and to where. */
export interface RepositoryBinding {
  /** `owner/name`. */
  readonly repository: string;
  readonly branch: string;
  /** A key of `targets`. */
  readonly target: string;
  /** Zone names, in lower case with final dot; `*.example.org.` allows every zone below example.org. */
  readonly zones: readonly string[];
  readonly views: readonly string[];
  /** Commit (40 hex digits) the operator approves as the starting point. */
  readonly adopt?: string;
}

/** The operator's configuration, valid, with every default filled in and every secret read. */
export interface OperatorConfig {
  /** Where webhooks and the dashboard are served: 127.0.0.1 port 3000 by default; port 0 picks a free one. */
  readonly listen: { readonly address: string; readonly port: number };
  /** The database file; `zonewright.db` by default. */
  readonly store: { readonly path: string };
  /** `info` by default. */
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
  readonly github: GithubSettings;
  readonly targets: Readonly<Record<string, TargetConfig>>;
  readonly repositories: readonly RepositoryBinding[];
  /** How often everything is looked at again without being told, in milliseconds; a minute by default. */
  readonly sweep: { readonly everyMs: number };
  /** How often the checks are run against every nameserver, in milliseconds; five minutes by default, undefined: never. */
  readonly monitor: { readonly everyMs: number | undefined };
  /** What a file of checks in TypeScript may use; undefined: 2 seconds and 64 MiB. */
  readonly sandbox?: SandboxLimits;
  /** Root under which people reach this process, without final slash; links are left out without it. */
  readonly publicUrl?: string;
}

/** Whether a binding lets its repository deploy this zone in this view. */
export function bindingAllows(
  binding: Pick<RepositoryBinding, "zones" | "views">,
  name: Name,
  view: string,
): boolean {
  return binding.views.includes(view) && binding.zones.some((pattern) => patternCovers(pattern, name));
}
