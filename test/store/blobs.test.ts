import { describe, expect, test } from "@jest/globals";
import { useBench } from "./harness.ts";

const bench = useBench();
const MINUTE = 60_000;

describe("the blob cache", () => {
  test("gives back the octets that were put, and nothing for what it has not", async () => {
    const store = await bench().open();
    const octets = new Uint8Array([0, 255, 10, 13]);
    await store.blobs.put("a", octets);
    await store.blobs.put("empty", new Uint8Array());
    await store.blobs.put("a", octets);
    const found = await store.blobs.get(["a", "none", "empty", "a"]);
    expect([...found.keys()].sort()).toEqual(["a", "empty"]);
    expect([...found.get("a")!]).toEqual([0, 255, 10, 13]);
    expect(found.get("empty")?.byteLength).toBe(0);
    expect(await store.blobs.get([])).toEqual(new Map());
  });

  test("takes more ids at once than a statement has parameters", async () => {
    const store = await bench().open();
    await store.blobs.put("id-39999", new Uint8Array([1]));
    const ids = Array.from({ length: 40_000 }, (_, index) => `id-${index}`);
    expect([...(await store.blobs.get(ids)).keys()]).toEqual(["id-39999"]);
  });

  test("drops the least recently used first", async () => {
    const { open, clock } = bench();
    const store = await open();
    for (const oid of ["first", "second", "third"]) {
      await store.blobs.put(oid, new Uint8Array(10));
      clock.advance(2 * MINUTE);
    }
    await store.blobs.get(["first"]);
    expect(await store.blobs.prune(30)).toBe(0);
    expect(await store.blobs.prune(29)).toBe(1);
    const left = await store.blobs.get(["first", "second", "third"]);
    expect([...left.keys()].sort()).toEqual(["first", "third"]);
    expect(await store.blobs.prune(0)).toBe(2);
  });
});
