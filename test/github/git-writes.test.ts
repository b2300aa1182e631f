import { describe, expect, test } from "@jest/globals";
import { fixture, playGitHub, thrownBy } from "./fixture.ts";
import { SHA } from "./names.ts";

playGitHub();

describe("making a commit", () => {
  test("stores octets as they are", async () => {
    const { gateway, api } = fixture();
    api
      .post("/repos/acme/dns/git/blobs", {
        content: Buffer.from([0, 255]).toString("base64"),
        encoding: "base64",
      })
      .reply(201, { sha: SHA.other });
    expect(await gateway.createBlob(Uint8Array.of(0, 255))).toBe(SHA.other);
  });

  test("changes only the files named in a tree, and keeps what may be run so", async () => {
    const { gateway, api } = fixture();
    const entry = (path: string, mode: string) => ({ path, mode, type: "blob", sha: SHA.other });
    api
      .post("/repos/acme/dns/git/trees", {
        base_tree: SHA.tree,
        tree: [entry("a.zone", "100644"), entry("b.zone", "100755")],
      })
      .reply(201, { sha: SHA.merge });
    const files = [
      { path: "a.zone", oid: SHA.other, mode: "100644" },
      { path: "b.zone", oid: SHA.other, mode: "100755" },
    ];
    expect(await gateway.createTree(SHA.tree, files)).toBe(SHA.merge);
  });

  test("is in the App's own name: nobody else is given as its author", async () => {
    const { gateway, api } = fixture();
    api
      .post("/repos/acme/dns/git/commits", { message: "Fix", tree: SHA.tree, parents: [SHA.head] })
      .reply(201, { sha: SHA.merge });
    expect(await gateway.createCommit({ message: "Fix", tree: SHA.tree, parent: SHA.head })).toBe(SHA.merge);
  });
});

describe("moving a branch", () => {
  test("is never forced", async () => {
    const { gateway, api } = fixture();
    api
      .patch("/repos/acme/dns/git/refs/heads%2Ffeature%2Fx", { sha: SHA.merge, force: false })
      .reply(200, { ref: "refs/heads/feature/x" });
    await gateway.advanceBranch("feature/x", SHA.merge);
  });

  test("that would lose commits is refused as invalid, and not tried again", async () => {
    const { gateway, api, sent } = fixture();
    api.patch("/repos/acme/dns/git/refs/heads%2Fx").reply(422, { message: "Update is not a fast forward" });
    expect(await thrownBy(gateway.advanceBranch("x", SHA.merge))).toMatchObject({ reason: "invalid" });
    expect(sent.filter((line) => line.startsWith("PATCH"))).toHaveLength(1);
  });
});
