import { expect, test } from "@jest/globals";
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
