import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { notesOf } from "../../src/github/index.ts";
import { example, examples, type Payload } from "./examples.ts";
import { SHA } from "./names.ts";

const NOW = Date.parse("2026-11-20T12:00:00Z");
const repository = { id: 12, name: "dns", owner: { login: "acme" }, default_branch: "main" };
const pull = { number: 7, head: { sha: SHA.head }, base: { ref: "main" } };

const onPull = { number: 7, pull_request: {} };
const byApp = { user: { type: "Bot" } };
const byPerson = { user: { type: "User" } };

function notes(event: string, action: string | undefined, changed: Payload = {}) {
  return notesOf(event, example(event, action, { repository, ...changed }), NOW);
}

describe("what to look at again", () => {
  test.each([
    ["pull_request", "opened", { pull_request: pull }, ["pull:12#7"]],
    ["pull_request", "synchronize", { pull_request: pull }, ["pull:12#7"]],
    ["pull_request", "closed", { pull_request: { ...pull, merged: false } }, ["pull:12#7"]],
    ["pull_request", "closed", { pull_request: { ...pull, merged: true } }, ["pull:12#7", "branch:12@main"]],
    [
      "pull_request_review",
      "submitted",
      { pull_request: pull, review: { state: "approved" } },
      ["pull:12#7"],
    ],
    ["pull_request_review", "submitted", { pull_request: pull, review: { state: "commented" } }, []],
    [
      "pull_request_review",
      "dismissed",
      { pull_request: pull, review: { state: "dismissed" } },
      ["pull:12#7"],
    ],
    ["issue_comment", "created", { issue: onPull }, []],
    ["issue_comment", "deleted", { issue: onPull, comment: byApp }, ["pull:12#7"]],
    ["issue_comment", "edited", { issue: onPull, comment: byApp }, ["pull:12#7"]],
    ["issue_comment", "edited", { issue: onPull, comment: byApp, sender: { type: "Bot" } }, []],
    ["issue_comment", "deleted", { issue: onPull, comment: byPerson }, []],
    ["issue_comment", "deleted", { issue: { number: 7, pull_request: undefined }, comment: byApp }, []],
    ["push", undefined, { ref: "refs/heads/feature/x" }, ["branch:12@feature/x"]],
    ["push", undefined, { ref: "refs/tags/v1" }, []],
    ["push", undefined, { ref: "refs/heads/" }, []],
    ["repository", "renamed", {}, ["sweep:all"]],
    ["check_run", "rerequested", { check_run: { pull_requests: [{ number: 7 }] } }, ["pull:12#7"]],
    ["check_run", "completed", { check_run: { pull_requests: [{ number: 7 }] } }, []],
    [
      "check_suite",
      "rerequested",
      { check_suite: { pull_requests: [{ number: 7 }, { number: 8 }] } },
      ["pull:12#7", "pull:12#8"],
    ],
    ["installation", "suspend", {}, ["sweep:all"]],
    ["installation_repositories", "added", {}, ["sweep:all"]],
    ["star", "created", {}, []],
  ] as [string, string | undefined, Payload, string[]][])(
    "after %s %s %j",
    (event, action, changed, lanes) => {
      expect(notes(event, action, changed).lanes).toEqual(lanes);
    },
  );

  test.each([
    ["pull:12#7", ["pull:12#7"]],
    ["pull:12#7/evaluation", ["pull:12#7"]],
    ["pull:13#7", []],
    ["someone else's", []],
    ["", []],
  ])("a re-run of a fork's check finds its pull by our external id %j", (external_id, lanes) => {
    const check_run = { pull_requests: [], external_id };
    expect(notes("check_run", "rerequested", { check_run }).lanes).toEqual(lanes);
  });
});

test("a re-run of everything on a head is for its pull requests from forks too, which GitHub does not name", () => {
  const check_suite = { pull_requests: [], head_sha: SHA.head };
  expect(notes("check_suite", "rerequested", { check_suite })).toMatchObject({
    lanes: [],
    rerunHead: { repositoryId: 12, headSha: SHA.head },
  });
  expect(notes("check_suite", "completed", { check_suite })).not.toHaveProperty("rerunHead");
});

describe("a button on a check run", () => {
  const check_run = { pull_requests: [], external_id: "pull:12#7@abc", head_sha: SHA.head };
  const sender = { id: 2, login: "grace", type: "User" };
  const pressed = (identifier: string, changed: Payload = {}) =>
    notes("check_run", "requested_action", {
      check_run: { ...check_run, ...changed },
      requested_action: { identifier },
      sender,
    });

  test("Fix is recorded with who pressed it, on which head", () => {
    expect(pressed("fix")).toMatchObject({
      lanes: ["pull:12#7"],
      fix: {
        repositoryId: 12,
        number: 7,
        headSha: SHA.head,
        userId: 2,
        login: "grace",
        userType: "User",
        requestedAt: NOW,
      },
    });
    expect(pressed("fix")).not.toHaveProperty("reruns");
  });

  test("Recheck is a re-run, and so is a button that nobody knows", () => {
    for (const identifier of ["recheck", "dance"]) {
      expect(pressed(identifier).reruns).toEqual([{ repositoryId: 12, number: 7 }]);
      expect(pressed(identifier)).not.toHaveProperty("fix");
    }
  });

  test.each(["pull:13#7@abc", "branch:12@main", ""])(
    "Fix on the check %j is of no pull request",
    (external_id) => {
      expect(pressed("fix", { external_id })).not.toHaveProperty("fix");
    },
  );
});

describe("the repository", () => {
  test("is kept as the webhook names it", () => {
    expect(notes("push", undefined).repository).toEqual({
      id: 12,
      owner: "acme",
      name: "dns",
      installationId: 77,
      defaultBranch: "main",
    });
  });

  test("is not kept where no installation of ours is named", () => {
    expect(notes("push", undefined, { installation: null })).not.toHaveProperty("repository");
  });
});

describe("a review", () => {
  const review = {
    id: 5,
    state: "approved",
    user: { id: 2, login: "grace", type: "User" },
    submitted_at: "2026-11-20T11:59:58Z",
    commit_id: SHA.other,
  };
  const recorded = (action: string, changed: Payload = {}) =>
    notes("pull_request_review", "submitted", { pull_request: pull, review, action, ...changed }).review;

  test("is recorded with the head it was given on, whatever commit it names", () => {
    expect(recorded("submitted")).toEqual({
      id: 5,
      repositoryId: 12,
      number: 7,
      userId: 2,
      login: "grace",
      userType: "User",
      state: "approved",
      headSha: SHA.head,
      commitId: SHA.other,
      submittedAt: NOW - 2_000,
      receivedAt: NOW,
    });
  });

  test("that is dismissed is recorded as such", () => {
    expect(recorded("dismissed", { review: { ...review, state: "dismissed" } })).toMatchObject({
      state: "dismissed",
    });
  });

  test("that is edited proves nothing about the head it was given on", () => {
    expect(recorded("edited")).toBeUndefined();
  });

  test.each([
    ["a deleted account", { ...review, user: null }],
    ["no time", { ...review, submitted_at: null }],
    ["a time that is none", { ...review, submitted_at: "yesterday" }],
    ["a state we do not know", { ...review, state: "blessed" }],
  ])("with %s is not recorded, but looked at", (_, changed) => {
    const { lanes, ...rest } = notes("pull_request_review", "submitted", {
      pull_request: pull,
      review: changed,
    });
    expect(lanes).toEqual(["pull:12#7"]);
    expect(rest).not.toHaveProperty("review");
  });
});

describe("who pushed", () => {
  const fork = { ...pull, head: { ...pull.head, repo: { id: 99 } } };
  const own = { ...pull, head: { ...pull.head, repo: { id: 12 } } };
  const pushed = { repositoryId: 12, headSha: SHA.head, userId: 3 };
  const sender = { id: 3 };

  test("is the sender of a push to any branch, whether or not a pull request shows it", () => {
    const payload = { ref: "refs/heads/topic", after: SHA.head, deleted: false, sender };
    expect(notes("push", undefined, payload).push).toEqual(pushed);
  });

  test("is the sender of a moved head", () => {
    expect(notes("pull_request", "synchronize", { pull_request: own, sender }).push).toEqual(pushed);
  });

  test("is, for a fork, whose pushes send us nothing, who opened the pull request", () => {
    expect(notes("pull_request", "opened", { pull_request: fork, sender }).push).toEqual(pushed);
    const gone = { ...pull, head: { ...pull.head, repo: null } };
    expect(notes("pull_request", "opened", { pull_request: gone, sender }).push).toEqual(pushed);
  });

  test.each([
    [
      "who opens a pull request from a branch somebody else may have pushed",
      "pull_request",
      "opened",
      { pull_request: own, sender },
    ],
    ["who reopens one", "pull_request", "reopened", { pull_request: fork, sender }],
    ["who labels one", "pull_request", "labeled", { pull_request: own, sender }],
    [
      "who deletes a branch",
      "push",
      undefined,
      { ref: "refs/heads/topic", after: SHA.head, deleted: true, sender },
    ],
    ["who pushes a tag", "push", undefined, { ref: "refs/tags/v1", after: SHA.head, sender }],
  ])("is not %s", (_who, event, action, payload) => {
    expect(notes(event, action, payload)).not.toHaveProperty("push");
  });
});

describe("no payload breaks it:", () => {
  test.each([...new Set(examples.map(([name]) => name))])("GitHub's examples of %s", (event) => {
    for (const [name, payload] of examples) {
      if (name === event) expect(notesOf(name, payload, NOW).lanes).toBeInstanceOf(Array);
    }
  });

  test("any part of an example missing, null or of another kind", () => {
    const handled = examples.filter(([name]) =>
      /^(?:pull_request|issue_comment|push|check_|repository)/.test(name),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...handled),
        fc.nat(),
        fc.constantFrom(undefined, null, 0, -1, "", [], {}),
        (one, at, value) => {
          const [event, payload] = one;
          expect(notesOf(event, damaged(payload, at, value), NOW).lanes).toBeInstanceOf(Array);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("anything JSON can say", () => {
    const names = ["pull_request", "pull_request_review", "push", "check_run", "constructor", "__proto__"];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.object({
          key: fc.constantFrom("action", "repository", "id", "pull_request", "review", "user", "x"),
        }),
        (event, payload) => {
          expect(notesOf(event, payload, NOW).lanes).toBeInstanceOf(Array);
        },
      ),
    );
  });
});

/** A copy in which one of the two upper levels' values, the `at`-th going round, is `value`. */
function damaged(payload: Payload, at: number, value: unknown): Payload {
  const copy = structuredClone(payload);
  const places = Object.entries(copy).flatMap(([key, inner]): [Record<string, unknown>, string][] => [
    [copy, key],
    ...(inner !== null && typeof inner === "object"
      ? Object.keys(inner).map((name): [Record<string, unknown>, string] => [
          inner as Record<string, unknown>,
          name,
        ])
      : []),
  ]);
  const [holder, key] = places[at % places.length]!;
  holder[key] = value;
  return copy;
}
