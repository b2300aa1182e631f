import { describe, expect, test } from "@jest/globals";
import {
  evaluate,
  type Facts,
  type TreeFacts,
  wantedBlobs,
  wantedPaths,
} from "../../src/evaluation/index.ts";
import { checkFile, pull, zoneFile } from "./repository.ts";

const before = {
  "README.md": "unread",
  ".github/zonewright.yml": "version: 1\nzones: [{ files: dns/*.zone }]\nchecks: [tests/*.yml]\n",
  "dns/acme.example.zone": zoneFile("www A 192.0.2.1\n$INCLUDE parts/one.inc"),
  "dns/parts/one.inc": "$INCLUDE two.inc\n",
  "dns/parts/two.inc": "a A 192.0.2.2\n",
  "dns/parts/orphan.inc": "b A 192.0.2.2\n",
  "tests/web.yml": checkFile("web").replace("checks:", "lists: { l: { from: data/l.yml } }\nchecks:"),
  "data/l.yml": "[a]\n",
  "data/other.yml": "[a]\n",
};
const after = { ...before, "dns/parts/two.inc": "a A 192.0.2.3\n" };

function fetchAll(facts: Facts): { facts: Facts; rounds: string[][] } {
  const known = new Map([...facts.before!.blobs, ...facts.after.blobs]);
  const blobs = new Map<string, Uint8Array>();
  const bare = (tree: TreeFacts): TreeFacts => ({ ...tree, blobs });
  const asked: Facts = { ...facts, before: bare(facts.before!), after: bare(facts.after) };
  const rounds: string[][] = [];
  for (let wanted = wantedBlobs(asked); wanted.length > 0; wanted = wantedBlobs(asked)) {
    rounds.push(wanted.map(({ path }) => path).sort());
    for (const { oid } of wanted) blobs.set(oid, known.get(oid)!);
  }
  return { facts: asked, rounds };
}

describe("what must be fetched", () => {
  const facts = pull(before, after);
  const fetched = fetchAll(facts);

  test("is asked for in rounds, each object once, and nothing that is not read", () => {
    expect(fetched.rounds).toEqual([
      [".github/zonewright.yml"],
      ["dns/acme.example.zone", "tests/web.yml"],
      ["data/l.yml", "dns/parts/one.inc"],
      ["dns/parts/two.inc", "dns/parts/two.inc"],
    ]);
  });

  test("is enough", () => {
    expect(evaluate(fetched.facts)).toEqual(evaluate(facts));
    expect(evaluate(fetched.facts).passed).toBe(true);
  });
});

test("what cannot be had is not asked for again", () => {
  const facts = pull(before, before);
  const config = facts.after.files.find(({ path }) => path === ".github/zonewright.yml")!;
  const bare: TreeFacts = {
    ...facts.after,
    blobs: new Map(),
    unreadable: new Map([[config.oid, "is gone"]]),
  };
  expect(wantedPaths({ ...facts, before: bare, after: bare })).not.toContain(config.path);
});

test("links are never fetched", () => {
  const link = { text: "x", mode: "120000" };
  const facts = pull({}, { "zones/a.example.zone": link, "checks/a.yml": link });
  expect(wantedBlobs({ ...facts, after: { ...facts.after, blobs: new Map() } })).toEqual([]);
});
