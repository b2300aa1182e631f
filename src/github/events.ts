/**
 * The least the App may be granted, and why. Never more: no Administration, Workflows, Secrets, Actions or
 * Environments. app.yml asks for exactly these, and every installation token is cut down to them.
 */
export const appPermissions = {
  metadata: "read",
  contents: "write",
  pull_requests: "write",
  checks: "write",
  deployments: "write",
  issues: "read",
} as const satisfies Record<string, "read" | "write">;

export type AppPermission = keyof typeof appPermissions;

/** A webhook event that Zonewright acts on. */
export interface HandledEvent {
  readonly name: string;
  /** The permission without which GitHub does not send it; undefined where every App gets it. */
  readonly needs: AppPermission | undefined;
  /** True where GitHub sends it without being asked, so that app.yml must not list it. */
  readonly automatic: boolean;
  readonly why: string;
}

/** The one list of events: app.yml, Probot's handlers and the intake's notes all follow it. */
export const handledEvents = [
  {
    name: "pull_request",
    needs: "pull_requests",
    automatic: false,
    why: "opened, pushed to, retargeted, closed: judge it again; the sender of a push is one of its authors",
  },
  {
    name: "pull_request_review",
    needs: "pull_requests",
    automatic: false,
    why: "an approval counts only for the head it was given on, which nothing but this event tells",
  },
  {
    name: "issue_comment",
    needs: "issues",
    automatic: false,
    why: "a person deleted or changed a comment of ours: say it again",
  },
  { name: "push", needs: "contents", automatic: false, why: "the base branch moved: test again, or deploy" },
  { name: "repository", needs: "metadata", automatic: false, why: "renamed, transferred, archived, deleted" },
  { name: "check_run", needs: "checks", automatic: true, why: "someone asked for a re-run, or pressed Fix" },
  { name: "check_suite", needs: "checks", automatic: true, why: "someone asked to re-run everything" },
  { name: "installation", needs: undefined, automatic: true, why: "installed, suspended, removed" },
  { name: "installation_repositories", needs: undefined, automatic: true, why: "repositories came or went" },
  { name: "installation_target", needs: undefined, automatic: true, why: "the owning account was renamed" },
] as const satisfies readonly HandledEvent[];

export type HandledEventName = (typeof handledEvents)[number]["name"];
