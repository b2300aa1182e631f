import { describe, expect, test } from "@jest/globals";
import { claimOf, START, useBench } from "./harness.ts";
import { commit, deployment, publication, pull, shownPlan, version } from "./rows.ts";

const bench = useBench();

async function opened() {
  const store = await bench().open();
  return { store, claim: await claimOf(store, "a") };
}

const repository = { id: 1, owner: "Acme", name: "DNS", installationId: 3, defaultBranch: "main" };

describe("repositories", () => {
  test("are found by id and by name in any case", async () => {
    const { store } = await opened();
    await store.repositories.upsert(repository);
    expect(await store.repositories.get(1)).toEqual(repository);
    expect(await store.repositories.byName("acme", "dns")).toEqual(repository);
    expect(await store.repositories.get(2)).toBeUndefined();
    expect(await store.repositories.byName("acme", "other")).toBeUndefined();
  });

  test("are renamed under the same id", async () => {
    const { store } = await opened();
    await store.repositories.upsert(repository);
    const renamed = { ...repository, name: "zones", defaultBranch: undefined };
    await store.repositories.upsert(renamed);
    await store.repositories.upsert({ ...repository, id: 2 });
    expect(await store.repositories.list()).toEqual([renamed, { ...repository, id: 2 }]);
    expect((await store.repositories.byName("acme", "dns"))?.id).toBe(2);
  });
});

describe("a repository's name in the operator's config", () => {
  test("means nothing while no repository has it", async () => {
    const { store } = await opened();
    expect(await store.repositories.pinned("acme", "dns")).toBeUndefined();
  });

  test("means the first repository that had it, for ever", async () => {
    const { store } = await opened();
    await store.repositories.upsert(repository);
    expect(await store.repositories.pinned("Acme", "DNS")).toBe(repository.id);
    await store.repositories.upsert({ ...repository, name: "renamed" });
    await store.repositories.upsert({ ...repository, id: 2 });
    expect(await store.repositories.pinned("acme", "dns")).toBe(repository.id);
    expect(await store.repositories.pinned("acme", "renamed")).toBe(repository.id);
  });
});

describe("pulls", () => {
  test("are saved whole and replaced whole", async () => {
    const { store, claim } = await opened();
    await store.pulls.save(claim, pull);
    expect(await store.pulls.get(pull.repositoryId, 7)).toEqual(pull);
    const replaced = { ...pull, readySince: undefined, evaluation: undefined, headSha: "bbb" };
    await store.pulls.save(claim, replaced);
    expect(await store.pulls.list()).toEqual([replaced]);
    expect(await store.pulls.get(pull.repositoryId, 8)).toBeUndefined();
  });

  test("that are open are listed by number, of one base or all", async () => {
    const { store, claim } = await opened();
    const at = { ...pull, repositoryId: 1 };
    await store.pulls.save(claim, { ...at, number: 9 });
    await store.pulls.save(claim, { ...at, number: 8, baseRef: "next" });
    await store.pulls.save(claim, { ...at, number: 7, state: "closed" });
    await store.pulls.save(claim, { ...at, number: 6, repositoryId: 2 });
    const numbers = (rows: { number: number }[]) => rows.map((row) => row.number);
    expect(numbers(await store.pulls.open(1))).toEqual([8, 9]);
    expect(numbers(await store.pulls.open(1, "main"))).toEqual([9]);
    expect(numbers(await store.pulls.list())).toEqual([7, 8, 9, 6]);
  });
});

describe("pulls by head", () => {
  test("are found whatever their state, in one repository", async () => {
    const { store, claim } = await opened();
    const at = { ...pull, repositoryId: 1 };
    await store.pulls.save(claim, { ...at, number: 9 });
    await store.pulls.save(claim, { ...at, number: 8, state: "closed" });
    await store.pulls.save(claim, { ...at, number: 7, headSha: "bbb" });
    await store.pulls.save(claim, { ...at, repositoryId: 2 });
    expect((await store.pulls.byHead(1, "aaa")).map((row) => row.number)).toEqual([8, 9]);
  });
});

describe("publications", () => {
  test("are kept per pull and kind, the last one only", async () => {
    const { store, claim } = await opened();
    await store.publications.save(claim, publication);
    await store.publications.save(claim, { ...publication, kind: "check", planDigest: undefined });
    const next = { ...publication, headSha: "bbb", planDigest: undefined, remoteId: undefined };
    expect(await store.publications.get(1, 7, "comment")).toEqual(publication);
    await store.publications.save(claim, next);
    expect(await store.publications.get(1, 7, "comment")).toEqual(next);
    expect(await store.publications.get(1, 7, "check")).toMatchObject({ headSha: "aaa" });
    expect(await store.publications.get(1, 7, "result")).toBeUndefined();
  });
});

describe("shown plans", () => {
  test("are all kept, in the order they were shown", async () => {
    const { store, claim } = await opened();
    const back = { ...shownPlan, shownAt: 30 };
    await store.shownPlans.record(claim, back);
    await store.shownPlans.record(claim, shownPlan);
    await store.shownPlans.record(claim, shownPlan);
    await store.shownPlans.record(claim, { ...shownPlan, number: 8 });
    expect(await store.shownPlans.of(1, 7)).toEqual([shownPlan, back]);
  });

  test("are recorded by saving what shows them", async () => {
    const { store, claim } = await opened();
    await store.publications.save(claim, publication);
    await store.publications.save(claim, { ...publication, planDigest: undefined, headSha: "bbb" });
    expect(await store.shownPlans.of(1, 7)).toEqual([shownPlan]);
  });
});

describe("commits", () => {
  test("are judged per branch", async () => {
    const { store, claim } = await opened();
    const elsewhere = { ...commit, ref: "next", state: "held", pull: undefined, at: 20 } as const;
    await store.commits.save(claim, commit);
    await store.commits.save(claim, elsewhere);
    expect(await store.commits.get(1, "aaa", "main")).toEqual(commit);
    expect(await store.commits.get(1, "aaa", "next")).toEqual(elsewhere);
    expect(await store.commits.get(1, "aaa")).toEqual(elsewhere);
    expect(await store.commits.get(1, "zzz")).toBeUndefined();
  });

  test("the latest approved is the newest tip that is approved, not the one approved last", async () => {
    const { store, claim } = await opened();
    expect(await store.commits.latestApproved(1, "main")).toBeUndefined();
    await store.commits.save(claim, { ...commit, sha: "one", at: 1, state: "held" });
    await store.commits.save(claim, { ...commit, sha: "two", at: 2 });
    await store.commits.save(claim, { ...commit, sha: "three", at: 3, state: "held" });
    await store.commits.save(claim, { ...commit, sha: "one", at: 1 });
    expect((await store.commits.latestApproved(1, "main"))?.sha).toBe("two");
    expect((await store.commits.list(1, "main")).map((row) => row.sha)).toEqual(["three", "two", "one"]);
    expect(await store.commits.latestApproved(1, "next")).toBeUndefined();
  });
});

describe("deployments", () => {
  test("keep when they were created", async () => {
    const { store, claim } = await opened();
    await store.deployments.save(claim, deployment);
    expect(await store.deployments.get(deployment.id)).toEqual(deployment);
    const done = { ...deployment, phase: "succeeded", githubId: undefined, state: undefined, updatedAt: 30 };
    await store.deployments.save(claim, { ...done, createdAt: 29 });
    expect(await store.deployments.get(deployment.id)).toEqual(done);
  });

  test("are unfinished until succeeded or superseded, degraded and failed ones too", async () => {
    const { store, claim } = await opened();
    const phases = ["planned", "succeeded", "degraded", "superseded", "failed", "unheard-of"];
    for (const [index, phase] of phases.entries()) {
      await store.deployments.save(claim, { ...deployment, id: phase, phase, createdAt: index });
    }
    const unfinished = await store.deployments.unfinished();
    expect(unfinished.map((row) => row.id)).toEqual(["planned", "degraded", "failed", "unheard-of"]);
    expect((await store.deployments.list(2)).map((row) => row.id)).toEqual(["unheard-of", "failed"]);
    expect((await store.deployments.latest(1, "public"))?.id).toBe("unheard-of");
    expect(await store.deployments.latest(1, "internal")).toBeUndefined();
  });
});

describe("the audit log", () => {
  test("is read in order, by subject, kind and place", async () => {
    const { store, claim } = await opened();
    await store.audit.append(claim, { kind: "merge", subject: "1#7", data: { sha: "aaa" } });
    await store.audit.append(undefined, { kind: "start", subject: "process", data: undefined });
    await store.audit.append(claim, { kind: "deploy", subject: "1#7", data: ["public"] });
    const [merge, start, deploy] = await store.audit.list();
    expect(merge).toEqual({ seq: 1, at: START, kind: "merge", subject: "1#7", data: { sha: "aaa" } });
    expect(start).toMatchObject({ data: undefined });
    expect(await store.audit.list({ subject: "1#7" })).toEqual([merge, deploy]);
    expect(await store.audit.list({ kind: "start" })).toEqual([start]);
    expect(await store.audit.list({ after: 1, limit: 1 })).toEqual([start]);
  });
});

describe("rows with more properties than their table has columns", () => {
  test("are saved without them: callers build rows from larger objects", async () => {
    const { store, claim } = await opened();
    const extra = { unheardOf: "x", kindOfLane: "pull" };
    await store.pulls.save(claim, { ...extra, ...pull });
    await store.publications.save(claim, { ...extra, ...publication });
    await store.commits.save(claim, { ...extra, ...commit });
    await store.deployments.save(claim, { ...extra, ...deployment });
    await store.versions.append(claim, { ...extra, ...version });
    await store.shownPlans.record(claim, { ...extra, ...shownPlan });
    expect(await store.pulls.list()).toEqual([pull]);
    expect(await store.versions.current(version.target)).toEqual([{ ...version, removed: false }]);
  });
});
