import { types } from "node:util";
import { expect, test } from "@jest/globals";
import { SharedFacts } from "../../../src/evaluation/threads/shared-facts.ts";
import { pull, zoneFile } from "../repository.ts";

const facts = pull(
  { "zones/a.example.zone": zoneFile("www A 192.0.2.1") },
  { "zones/a.example.zone": zoneFile("www A 192.0.2.2"), "zones/empty.inc": "" },
);

test("facts with shared blobs are the same facts, and a tree is no more than that", () => {
  const after = { ...facts.after, load: () => undefined };
  const shared = structuredClone(new SharedFacts().of({ ...facts, after }));
  expect(shared.after.files).toEqual(facts.after.files);
  for (const which of ["before", "after"] as const)
    for (const [oid, octets] of facts[which]!.blobs)
      expect(Buffer.from(shared[which]!.blobs.get(oid)!)).toEqual(Buffer.from(octets));
});

test("a blob is copied once, and one that is shared already is not", () => {
  const sharer = new SharedFacts();
  const blobsOf = (of: typeof facts) => [...sharer.of(of).after.blobs.values()];
  const first = blobsOf(facts);
  expect(first.every(({ buffer }) => types.isSharedArrayBuffer(buffer))).toBe(true);
  for (const [at, octets] of blobsOf(facts).entries()) expect(octets).toBe(first[at]);
  for (const [at, octets] of blobsOf(sharer.of(facts)).entries()) expect(octets).toBe(first[at]);
});
