import type { Hub } from "../state/hub.ts";
import type { Repository } from "../state/repository.ts";
import { moment, nodeId } from "./text.ts";
import { userShape } from "./user.ts";

/** Base of a repository's REST URLs. */
export function repositoryUrl(hub: Hub, repository: Repository): string {
  return `${hub.apiUrl}/repos/${repository.fullName}`;
}

/** Base of a repository's pages. */
export function repositoryPage(hub: Hub, repository: Repository): string {
  return `${hub.url}/${repository.fullName}`;
}

const linkSuffixes = {
  archive_url: "/{archive_format}{/ref}",
  assignees_url: "/assignees{/user}",
  blobs_url: "/git/blobs{/sha}",
  branches_url: "/branches{/branch}",
  collaborators_url: "/collaborators{/collaborator}",
  comments_url: "/comments{/number}",
  commits_url: "/commits{/sha}",
  compare_url: "/compare/{base}...{head}",
  contents_url: "/contents/{+path}",
  contributors_url: "/contributors",
  deployments_url: "/deployments",
  downloads_url: "/downloads",
  events_url: "/events",
  forks_url: "/forks",
  git_commits_url: "/git/commits{/sha}",
  git_refs_url: "/git/refs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  hooks_url: "/hooks",
  issue_comment_url: "/issues/comments{/number}",
  issue_events_url: "/issues/events{/number}",
  issues_url: "/issues{/number}",
  keys_url: "/keys{/key_id}",
  labels_url: "/labels{/name}",
  languages_url: "/languages",
  merges_url: "/merges",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  pulls_url: "/pulls{/number}",
  releases_url: "/releases{/id}",
  stargazers_url: "/stargazers",
  statuses_url: "/statuses/{sha}",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  tags_url: "/tags",
  teams_url: "/teams",
  trees_url: "/git/trees{/sha}",
} as const;

/** GitHub's repository, as it is embedded everywhere and in webhooks. */
export function repositoryShape(hub: Hub, repository: Repository) {
  const url = repositoryUrl(hub, repository);
  const page = repositoryPage(hub, repository);
  const openPulls = [...repository.pulls.values()].filter(({ state }) => state === "open").length;
  return {
    id: repository.id,
    node_id: nodeId("R", repository.id),
    name: repository.name,
    full_name: repository.fullName,
    private: repository.private,
    visibility: repository.private ? "private" : "public",
    owner: userShape(hub, repository.owner),
    html_url: page,
    description: repository.description ?? null,
    fork: false,
    url,
    ...Object.fromEntries(Object.entries(linkSuffixes).map(([name, suffix]) => [name, url + suffix])),
    git_url: `git://${new URL(page).host}/${repository.fullName}.git`,
    ssh_url: `git@${new URL(page).hostname}:${repository.fullName}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    topics: [],
    size: 0,
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    open_issues: openPulls,
    open_issues_count: openPulls,
    default_branch: repository.defaultBranch,
    is_template: false,
    has_issues: true,
    has_projects: false,
    has_downloads: true,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    allow_forking: true,
    web_commit_signoff_required: false,
    created_at: moment(repository.createdAt),
    updated_at: moment(repository.pushedAt),
    pushed_at: moment(repository.pushedAt),
  };
}

/** What GET repos/{owner}/{repo} adds. */
export function fullRepositoryShape(hub: Hub, repository: Repository) {
  return {
    ...repositoryShape(hub, repository),
    allow_merge_commit: true,
    allow_squash_merge: false,
    allow_rebase_merge: false,
    allow_auto_merge: false,
    allow_update_branch: true,
    delete_branch_on_merge: false,
    network_count: 0,
    subscribers_count: 0,
  };
}
