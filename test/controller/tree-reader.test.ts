import { describe, expect, test } from "@jest/globals";
import { TreeReader } from "../../src/controller/index.ts";
import { GitHubRefused, GitHubUnavailable, type RepositoryGateway } from "../../src/github/index.ts";
import { useBench } from "../store/harness.ts";

const bench = useBench();
const octets = (text: string) => new Uint8Array(Buffer.from(text));

/** A repository of these blobs, and what was asked of it. */
function repositoryOf(blobs: Readonly<Record<string, string | Error>>) {
  const asked: string[] = [];
  const gateway = {
    tree: async (sha: string) => {
      asked.push(`tree ${sha}`);
      return Object.keys(blobs).map((oid) => ({ path: `${oid}.zone`, oid, mode: "100644" }));
    },
    blob: async (oid: string) => {
      asked.push(`blob ${oid}`);
      const blob = blobs[oid]!;
      if (blob instanceof Error) throw blob;
      return octets(blob);
    },
  } as unknown as RepositoryGateway;
  return { gateway, asked };
}

describe("the tree reader", () => {
  test("reads a tree and a blob once, also for another process", async () => {
    const { open } = bench();
    const store = await open();
    const { gateway, asked } = repositoryOf({ a: "one", b: "two" });
    const reader = new TreeReader(store);
    const tree = await reader.open(gateway, "t1");
    await reader.fetch(gateway, [tree], ["a"]);
    await reader.fetch(gateway, [await reader.open(gateway, "t1")], ["a"]);
    expect(asked).toEqual(["tree t1", "blob a"]);
    expect(Buffer.from(tree.blobs.get("a")!).toString()).toBe("one");
    const other = new TreeReader(await open());
    const again = await other.open(gateway, "t1");
    await other.fetch(gateway, [again], ["a", "b"]);
    expect(asked).toEqual(["tree t1", "blob a", "tree t1", "blob b"]);
    expect(again.blobs.size).toBe(2);
  });

  test("notes what cannot be had, and gives the rest", async () => {
    const { open } = bench();
    const refused = new GitHubRefused("reading blob b", "it is larger than 100 MB", {
      status: 403,
      reason: "too-large",
    });
    const { gateway } = repositoryOf({ a: "one", b: refused });
    const reader = new TreeReader(await open());
    const tree = await reader.open(gateway, "t1");
    await reader.fetch(gateway, [tree], ["a", "b"]);
    expect([...tree.blobs.keys()]).toEqual(["a"]);
    expect(tree.unreadable.get("b")).toContain("it is larger than 100 MB");
  });

  test("throws what may pass, and asks again the next time", async () => {
    const { open } = bench();
    const away = new GitHubUnavailable("reading blob a", "no answer", { uncertain: false });
    const broken = repositoryOf({ a: away });
    const store = await open();
    const reader = new TreeReader(store);
    const tree = await reader.open(broken.gateway, "t1");
    await expect(reader.fetch(broken.gateway, [tree], ["a"])).rejects.toBe(away);
    expect(tree.unreadable.size).toBe(0);
    await reader.fetch(repositoryOf({ a: "one" }).gateway, [tree], ["a"]);
    expect(tree.blobs.has("a")).toBe(true);
  });

  test("keeps the trees that were read last", async () => {
    const { open } = bench();
    const { gateway, asked } = repositoryOf({ a: "one" });
    const reader = new TreeReader(await open());
    for (let at = 0; at < 70; at += 1) await reader.list(gateway, `t${at}`);
    asked.length = 0;
    await reader.list(gateway, "t69");
    await reader.list(gateway, "t0");
    expect(asked).toEqual(["tree t0"]);
  });
});
