import { describe, expect, test } from "@jest/globals";
import { type Content, judge, zoneFile } from "./repository.ts";

const acme = "zones/acme.example.zone";
const config = ".github/zonewright.yml";
const hosts = (count: number) =>
  Array.from({ length: count }, (_, at) => `h${at} A 192.0.2.${at + 1}`).join("\n");
const base: Content = { [acme]: zoneFile(hosts(15)) };
const why = (evaluation: ReturnType<typeof judge>) => evaluation.guards.map((guard) => guard.why);

describe("guards", () => {
  test("judge the plan of the merge result, and fail nothing by themselves", () => {
    const evaluation = judge(base, { [acme]: zoneFile(hosts(5)) });
    expect(why(evaluation)).toEqual(["50 % of acme.example. would be removed (limit 30 %)"]);
    expect(evaluation.passed).toBe(true);
  });

  test("are those of the base, whatever the change says of them", () => {
    const loose = "version: 1\nplan: { guards: { records: off } }\n";
    const after = { [acme]: zoneFile(hosts(5)), [config]: loose };
    expect(why(judge(base, after))).toHaveLength(1);
    expect(why(judge({ ...base, [config]: loose }, after))).toEqual([]);
  });

  test("say nothing of a first tree, which removes nothing", () => {
    expect(why(judge({}, base))).toEqual([]);
  });
});

test("critical names are those of the base", () => {
  const listed = { ...base, [config]: "version: 1\nplan: { critical: [h3] }\n" };
  const after = zoneFile(hosts(15).replace("h3 A 192.0.2.4", "h3 A 192.0.2.99"));
  const risks = judge(listed, { ...listed, [acme]: after }).plan.zones[0]!.risks;
  expect(risks).toMatchObject([{ class: "critical-name", owner: "h3.acme.example.", level: "medium" }]);
});

test("what an edit does, and that another does nothing, is in the plan", () => {
  const shared = "zones/inc/web.inc";
  const including = {
    [acme]: zoneFile("$INCLUDE inc/web.inc"),
    "zones/other.example.zone": zoneFile("a A 192.0.2.2"),
    [shared]: "www A 192.0.2.1\n",
  };
  const { plan } = judge(including, {
    [acme]: including[acme].replace("$TTL 300", "$TTL 600"),
    "zones/other.example.zone": `; words\n${including["zones/other.example.zone"]}`,
    [shared]: "www A 192.0.2.9\n",
  });
  expect(plan.files.map(({ file, effect }) => [file, effect?.counts.changed])).toEqual([
    [acme, 6],
    [shared, 1],
    ["zones/other.example.zone", 0],
  ]);
  expect(plan.files[0]!.directives).toMatchObject([
    { before: "$TTL 300", effect: { counts: { changed: 6 } } },
  ]);
});
