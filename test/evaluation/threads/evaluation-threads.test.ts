import { afterEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  EvaluationThreads,
  evaluate,
  type Facts,
  settled,
  type ThreadsOptions,
  type TreeFacts,
  ZoneCache,
} from "../../../src/evaluation/index.ts";
import { type Content, checkFile, pull, zoneFile } from "../repository.ts";

const open: EvaluationThreads[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((threads) => threads.close()));
});

/** Judges with nothing fetched at first, as the command line does. */
async function judgeInThreads(whole: Facts, options: ThreadsOptions) {
  const bare = (tree: TreeFacts) => ({ ...tree, blobs: new Map<string, Uint8Array>() });
  const before = bare(whole.before ?? { files: [], blobs: new Map() });
  const after = bare(whole.after);
  const threads = new EvaluationThreads({ ...whole, before, after }, new ZoneCache(), options);
  open.push(threads);
  for (let wanted = await threads.wanted(); wanted.length > 0; wanted = await threads.wanted()) {
    for (const { oid } of wanted) {
      const [old, now] = [whole.before?.blobs.get(oid), whole.after.blobs.get(oid)];
      if (old) before.blobs.set(oid, old);
      if (now) after.blobs.set(oid, now);
    }
  }
  return threads.evaluate();
}

const records = [
  "www A 192.0.2.1",
  "www CNAME nowhere",
  "www CNAME www.zone-3.example.",
  "@ MX 10 mail",
  "@ MX 10 www.zone-5.example.",
  "www A 192.0.2.1\nwww A 192.0.2.1",
  "www A 192.0.2.300",
  "sub NS ns.sub",
  "$INCLUDE part.inc",
  "$INCLUDE zone-2.example.zone",
  "$INCLUDE nowhere.inc",
  "$INCLUDE link.inc",
  "",
];
const anyZone = fc.array(fc.constantFrom(...records), { maxLength: 4 }).map((lines) => lines.join("\n"));
const anyRepository = fc
  .tuple(fc.array(anyZone, { minLength: 20, maxLength: 40 }), fc.constantFrom(...records.slice(0, 8)))
  .map(([zones, part]): Content => {
    const files = zones.map((zone, at) => [`zones/zone-${at}.example.zone`, zoneFile(zone)]);
    const others = {
      "zones/part.inc": `${part}\n`,
      "zones/link.inc": { text: "part.inc", mode: "120000" },
      "checks/web.yml": checkFile("web", "www.zone-1.example"),
    };
    return { ...Object.fromEntries(files), ...others };
  });

describe("an evaluation in several threads", () => {
  test("is the one of a single thread, whatever they take from each other", async () => {
    const anyPull = fc.tuple(anyRepository, anyRepository);
    await fc.assert(
      fc.asyncProperty(anyPull, fc.integer({ min: 1, max: 3 }), async ([before, after], threads) => {
        const facts = pull(before, after, { texts: true });
        const found = await judgeInThreads(facts, { threads, fewest: 1 });
        expect(settled(found)).toEqual(settled(evaluate(facts)));
      }),
      { numRuns: 3 },
    );
  }, 120_000);

  test("says how many of the zones are done, of how many", async () => {
    const zones = Array.from({ length: 100 }, (_, at) => [`zones/z${at}.example.zone`, zoneFile("")]);
    const told: string[] = [];
    const onProgress = (...about: unknown[]) => told.push(about.join(" "));
    await judgeInThreads(pull({}, Object.fromEntries(zones)), { threads: 1, fewest: 50, onProgress });
    expect(told).toEqual([
      ...[0, 32, 64, 96, 100].map((done) => `parsing ${done} 100`),
      ...[0, 25, 50, 75, 100].map((done) => `judging ${done} 100`),
    ]);
  });

  test("starts no others for few zones", async () => {
    const facts = pull({}, { "zones/a.example.zone": zoneFile("") });
    const told: string[] = [];
    await judgeInThreads(facts, { threads: 2, onProgress: (doing) => told.push(doing) });
    expect(told).toEqual([]);
  });
});
