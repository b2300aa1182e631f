import { createHash } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { fixture, playGitHub, thrownBy } from "./fixture.ts";
import { SHA } from "./names.ts";

playGitHub();

describe("a branch's tip", () => {
  test("is the ref's commit and that commit's tree", async () => {
    const { gateway, api } = fixture();
    api
      .get("/repos/acme/dns/git/ref/heads%2Frelease%2F1")
      .reply(200, { ref: "refs/heads/release/1", object: { type: "commit", sha: SHA.base } });
    api
      .get(`/repos/acme/dns/git/commits/${SHA.base}`)
      .reply(200, { sha: SHA.base, tree: { sha: SHA.tree }, parents: [], message: "Begin" });
    expect(await gateway.branchTip("release/1")).toEqual({ sha: SHA.base, tree: SHA.tree });
  });

  test("is not another branch's whose name only begins the same", async () => {
    const { gateway, api } = fixture();
    api
      .get("/repos/acme/dns/git/ref/heads%2Fmain")
      .reply(200, { ref: "refs/heads/main-2", object: { type: "commit", sha: SHA.base } });
    expect(String(await thrownBy(gateway.branchTip("main")))).toMatch(/not what its API describes/);
  });
});

test("a commit has its parents in order", async () => {
  const { gateway, api } = fixture();
  api.get(`/repos/acme/dns/git/commits/${SHA.merge}`).reply(200, {
    sha: SHA.merge,
    tree: { sha: SHA.tree },
    parents: [{ sha: SHA.base }, { sha: SHA.head }],
    message: "Merge",
  });
  expect(await gateway.commit(SHA.merge)).toEqual({
    sha: SHA.merge,
    tree: SHA.tree,
    parents: [SHA.base, SHA.head],
    message: "Merge",
  });
});

describe("a tree", () => {
  const file = (path: string, mode = "100644") => ({
    path,
    mode,
    type: mode === "160000" ? "commit" : "blob",
    sha: SHA.other,
  });
  const folder = (path: string, sha: string) => ({ path, mode: "040000", type: "tree", sha });

  test("is every file with its mode, links and submodules too", async () => {
    const { gateway, api } = fixture();
    api.get(`/repos/acme/dns/git/trees/${SHA.tree}?recursive=1`).reply(200, {
      truncated: false,
      tree: [
        folder("zones", SHA.other),
        file("zones/a.zone"),
        file("link", "120000"),
        file("module", "160000"),
      ],
    });
    expect(await gateway.tree(SHA.tree)).toEqual([
      { path: "zones/a.zone", oid: SHA.other, mode: "100644" },
      { path: "link", oid: SHA.other, mode: "120000" },
      { path: "module", oid: SHA.other, mode: "160000" },
    ]);
  });

  test("too large for one answer is read folder by folder", async () => {
    const { gateway, api } = fixture();
    const [zones, deep] = ["1".repeat(40), "2".repeat(40)];
    api
      .get(`/repos/acme/dns/git/trees/${SHA.tree}?recursive=1`)
      .reply(200, { truncated: true, tree: [file("README")] });
    const part = (sha: string, tree: object[]) =>
      api.get(`/repos/acme/dns/git/trees/${sha}`).reply(200, { truncated: false, tree });
    part(SHA.tree, [file("README"), folder("zones", zones)]);
    part(zones, [file("a.zone"), folder("deep", deep)]);
    part(deep, [file("b.zone")]);
    const paths = (await gateway.tree(SHA.tree)).map(({ path }) => path);
    expect(paths).toEqual(["README", "zones/a.zone", "zones/deep/b.zone"]);
  });

  test("of which a single folder does not fit is refused, never given in part", async () => {
    const { gateway, api } = fixture();
    api
      .get(`/repos/acme/dns/git/trees/${SHA.tree}?recursive=1`)
      .reply(200, { truncated: true, tree: [file("README")] });
    api.get(`/repos/acme/dns/git/trees/${SHA.tree}`).reply(200, { truncated: true, tree: [file("README")] });
    expect(await thrownBy(gateway.tree(SHA.tree))).toMatchObject({ reason: "too-large" });
  });
});

describe("a blob", () => {
  const octets = Uint8Array.from([0, 255, 10, 13, 128]);
  const oid = createHash("sha1").update("blob 5\0").update(octets).digest("hex");
  const answer = (content: Uint8Array) => ({
    encoding: "base64",
    content: `${Buffer.from(content).toString("base64")}\n`,
  });

  test("is its octets, untouched", async () => {
    const { gateway, api } = fixture();
    api.get(`/repos/acme/dns/git/blobs/${oid}`).reply(200, answer(octets));
    expect([...(await gateway.blob(oid))]).toEqual([...octets]);
  });

  test("that is not what its id names is not believed", async () => {
    const { gateway, api } = fixture();
    api.get(`/repos/acme/dns/git/blobs/${oid}`).reply(200, answer(Uint8Array.of(1)));
    expect(await thrownBy(gateway.blob(oid))).toMatchObject({
      name: "GitHubUnavailable",
      problem: "what arrived is not what the id names",
    });
  });
});
