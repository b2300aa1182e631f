import { expect, test } from "@jest/globals";
import { parseName } from "../../src/dns/index.ts";
import { evaluate } from "../../src/evaluation/index.ts";
import { ZoneCache } from "../../src/evaluation/zone-cache.ts";
import { type Content, pull, zoneFile } from "./repository.ts";

const base: Content = {
  "zones/acme.example.zone": zoneFile("www A 192.0.2.1\n$INCLUDE part.inc"),
  "zones/part.inc": "a A 192.0.2.2\n",
};
const changes: Content[] = [
  base,
  { ...base, "zones/part.inc": "a A 192.0.2.3\n" },
  { "zones/acme.example.zone": base["zones/acme.example.zone"]! },
  { ...base, "zones/part.inc": { text: "a A 192.0.2.2\n", mode: "120000" } },
  { "zones/other.example.zone": base["zones/acme.example.zone"]!, "zones/part.inc": base["zones/part.inc"]! },
];

test("an evaluation with what is remembered of others is the one without", () => {
  const cache = new ZoneCache();
  for (const before of changes) {
    for (const after of changes) {
      const facts = pull(before, after, { texts: true });
      expect(evaluate(facts, cache)).toEqual(evaluate(facts));
    }
  }
});

/** So much text that changes to it are read on their own. */
const lines = Array.from(
  { length: 800 },
  (_, host) => `host-${host} A 192.0.2.${host % 256} ; ${"x".repeat(100)}`,
);

test("a large zone of which a line changed is made from the version used last, and judged as without that", () => {
  const versions = [
    lines,
    lines.with(400, "host-400 A 198.51.100.1"),
    lines.with(10, "www CNAME host-10"),
    lines.with(799, "host-799 B 192.0.2.1"),
    lines.toSpliced(200, 100),
  ].map((records) => ({ "zones/acme.example.zone": zoneFile(records.join("\n")) }));
  const cache = new ZoneCache();
  for (const [index, after] of versions.entries()) {
    const facts = pull(versions[Math.max(0, index - 1)]!, after, { texts: true });
    expect(evaluate(facts, cache)).toEqual(evaluate(facts));
  }
});

test("a version of a zone is made from the one that the change lands on", () => {
  const version = (host: string) => ({ "zones/acme.example.zone": zoneFile(lines.with(9, host).join("\n")) });
  const cache = new ZoneCache();
  const zoneAfter = (before: Content, after: Content) => {
    evaluate(pull(before, after), cache);
    return cache.latest("zones/acme.example.zone", parseName("acme.example."))!.zone;
  };
  const [base, one, other] = ["a A 192.0.2.1", "b A 192.0.2.1", "c A 192.0.2.1"].map(version);
  const [zone, first, second] = [base, one, other].map((after) => zoneAfter(base!, after!));
  expect(first!.ownersChangedSince(zone!)).toEqual(new Set(["a.acme.example.", "b.acme.example."]));
  expect(second!.ownersChangedSince(zone!)).toEqual(new Set(["a.acme.example.", "c.acme.example."]));
});
