import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock, UsageError } from "../../base/index.ts";
import { treeChanges } from "./act/commits.ts";
import { setInstalled, setSuspended } from "./act/installations.ts";
import { signatureOf } from "./act/signature.ts";
import { writeRef } from "./act/write-ref.ts";
import { Faults } from "./faults.ts";
import { Objects } from "./git/objects.ts";
import type { GitHubOptions, RepositoryOptions } from "./options.ts";
import { person } from "./person.ts";
import { Api } from "./rest/api.ts";
import { GitHubServer } from "./server.ts";
import type { StandInGitHub } from "./stand-in.ts";
import { createAccount } from "./state/account.ts";
import { Hub } from "./state/hub.ts";
import { Repository } from "./state/repository.ts";
import { Webhooks } from "./webhooks.ts";

/** Starts a stand-in GitHub on loopback. Throws ZonewrightError if the port is taken. */
export async function startGitHub(options: GitHubOptions): Promise<StandInGitHub> {
  const clock = options.clock ?? systemClock;
  const faults = new Faults();
  const webhooks = new Webhooks({ faults, clock, appId: options.app.id, target: options.webhook });
  const hub = new Hub({
    clock,
    app: options.app,
    accounts: options.accounts.map(createAccount),
    webhooks,
    mergeabilityDelayMs: options.mergeabilityDelayMs ?? 5,
  });
  const server = new GitHubServer(hub, new Api(hub, faults));
  hub.url = await server.listen(options.address ?? "127.0.0.1", options.port ?? 0);
  const folder = options.dataDir ?? (await mkdtemp(join(tmpdir(), "zonewright-github-")));
  await mkdir(folder, { recursive: true });
  return {
    url: hub.url,
    apiUrl: hub.apiUrl,
    faults,
    requests: server.requests,
    deliveries: webhooks.deliveries,
    createRepository: async (wanted) => await createRepository(hub, folder, wanted),
    setInstalled: (name, installed) => setInstalled(hub, hub.repository(name), installed),
    setSuspended: (login, suspended) => {
      const installation = hub.installations.get(hub.account(login).id);
      if (!installation) throw new UsageError(`suspending the App on ${login}`, "it is not installed there");
      setSuspended(hub, installation, suspended);
    },
    setRole: (name, login, role) => void hub.repository(name).roles.set(hub.account(login).id, role),
    as: (login) => person(hub, hub.account(login)),
    tokenOf: (login) => hub.account(login).token,
    setWebhook: (url, secret) => {
      webhooks.target = url === undefined ? undefined : { url, secret: secret ?? webhooks.secret ?? "" };
    },
    onRequest: (hook) => added(server.requestHooks, hook),
    onExchange: (hook) => added(server.exchangeHooks, hook),
    tip: (name, branch) => hub.repository(name).branch(branch),
    fileAt: async (name, ref, path) => await fileAt(hub.repository(name), ref, path),
    idle: async () => await idle(hub, server),
    close: async () => {
      await server.close();
      await webhooks.close();
      await Promise.allSettled(hub.jobs);
      await Promise.all([...hub.repositories.values()].map(async ({ objects }) => await objects.close()));
      if (options.dataDir === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function createRepository(hub: Hub, folder: string, options: RepositoryOptions): Promise<void> {
  const [owner, name, ...rest] = options.repository.split("/");
  if (!owner || !name || rest.length > 0 || !/^[\w.-]+$/.test(name) || /^\.+$/.test(name)) {
    throw new UsageError(
      `making the repository ${options.repository}`,
      "its name is not of the form owner/name",
    );
  }
  if (hub.repositories.has(options.repository.toLowerCase())) {
    throw new UsageError(`making the repository ${options.repository}`, "there is one of that name already");
  }
  const account = hub.account(owner);
  const repository = new Repository({
    id: hub.nextId(),
    owner: account,
    name,
    private: options.private ?? false,
    description: options.description,
    defaultBranch: options.defaultBranch ?? "main",
    objects: await Objects.create(join(folder, account.login, `${name}.git`)),
    rules: options.rules ?? {},
    createdAt: hub.clock.now(),
  });
  for (const [login, role] of Object.entries(options.collaborators ?? {})) {
    repository.roles.set(hub.account(login).id, role);
  }
  const signature = signatureOf(hub, account);
  const tree = await repository.objects.editTree(undefined, treeChanges(options.files));
  const first = await repository.objects.writeCommit({
    tree,
    parents: [],
    author: signature,
    committer: signature,
    message: "First commit",
  });
  await repository.objects.git.run(["symbolic-ref", "HEAD", `refs/heads/${repository.defaultBranch}`]);
  await writeRef(repository, `refs/heads/${repository.defaultBranch}`, first);
  hub.repositories.set(repository.fullName.toLowerCase(), repository);
  if (options.installed ?? true) setInstalled(hub, repository, true);
}

async function fileAt(repository: Repository, ref: string, path: string): Promise<string | undefined> {
  const commit = repository.branch(ref) ?? ref;
  const entry = await repository.objects.find(commit, path);
  return entry && (await repository.objects.blob(entry.id))?.toString("utf8");
}

/** Waits until nothing is under way, and nothing new began while waiting. */
async function idle(hub: Hub, server: GitHubServer): Promise<void> {
  while (server.busy || hub.webhooks.busy || hub.jobs.size > 0) {
    await Promise.all([server.idle(), hub.webhooks.idle(), ...hub.jobs]);
  }
}

function added<T>(set: Set<T>, item: T): () => void {
  set.add(item);
  return () => void set.delete(item);
}
