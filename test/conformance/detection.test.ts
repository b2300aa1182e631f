import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { askAll, type Heard, type Question } from "../../bench/detect/ask-all.ts";
import { ruleTriggers } from "../../bench/detect/examples.ts";
import { judged } from "../../bench/detect/ours.ts";
import { Signer } from "../../bench/detect/sign.ts";
import { type Answer, installedTools } from "../../bench/detect/tools.ts";
import { triggersOf } from "../corpus/triggers/index.ts";
import { signedBody, signedTriggers } from "../corpus/triggers/signed.ts";
import { trigger, ZONE_FILE } from "../corpus/triggers/trigger.ts";
import { torture } from "../corpus/zonefile/torture.ts";
import { preamble, tortureOrigin } from "../corpus/zonefile/torture-case.ts";

const { installed } = installedTools();
const unsigned = { signed: false, now: Date.now() };

describe.each(installed.map((tool) => ({ name: tool.name, tool })))(
  "what $name looks for",
  ({ name, tool }) => {
    test.each([...triggersOf[name]!])("$check: it finds that, and so does $rule", (each) => {
      const { answers, ours } = askAll({ ...each, ...unsigned }, [tool]);
      expect(["error", "warning"]).toContain(answers.get(name)!.verdict);
      expect(ours).toBeDefined();
    });
  },
);

describe("a signed zone", () => {
  let signer: Signer;
  beforeAll(() => {
    signer = new Signer();
  });
  afterAll(() => signer[Symbol.dispose]());

  /** The tools that found something, and what we did. */
  const heard = (question: Question) => {
    const all = askAll(question, installed);
    return { others: heardOf(all), ours: all.ours };
  };

  test.each(["NSEC", "NSEC3"] as const)("with %s that is sound is well with all of them", (chain) => {
    const sound = { check: "sound", rule: "rrsig-missing-or-bad", chain, signed: true, now: Date.now() };
    const { origin, files, rule } = signer.sign(sound);
    expect(heard({ origin, files, rule, signed: true, now: Date.now() })).toEqual({
      others: [],
      ours: undefined,
    });
    const found = judged({ origin, file: ZONE_FILE, files }, "all", Date.now());
    expect(found.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  test.each([...signedTriggers])("$check: one of them finds that, and so does $rule", (each) => {
    const { others, ours } = heard({ ...signer.sign(each), signed: true, now: Date.now() });
    expect(others).not.toEqual([]);
    expect(ours).toBeDefined();
  });
});

test("nobody has anything to say of what the triggers start from", () => {
  const { origin, files } = trigger("", "", ...signedBody);
  for (const tool of installed) {
    const { answers } = askAll({ origin, files, rule: "", ...unsigned }, [tool]);
    expect([tool.name, answers.get(tool.name)]).toEqual([tool.name, { verdict: "silent", said: "" }]);
  }
});

test("every rule finds its own trigger, as the benchmark gives it to the others", () => {
  const silent = ruleTriggers()
    .triggers.filter((each) => askAll({ ...each, signed: false }, []).ours === undefined)
    .map(({ rule }) => rule);
  expect(silent).toEqual([]);
});

test("of an odd zone file of which one of them speaks, something is said here too", () => {
  const unspoken = Object.values(torture)
    .flat()
    .map(({ id, input, bare, includes }) => ({
      id,
      origin: tortureOrigin,
      files: { [ZONE_FILE]: bare ? input : preamble + input, ...includes },
    }))
    .filter(({ origin, files }) => judged({ origin, file: ZONE_FILE, files }, "all", Date.now()).length === 0)
    .filter(
      ({ origin, files }) => heardOf(askAll({ origin, files, rule: "", ...unsigned }, installed)).length > 0,
    )
    .map(({ id }) => id);
  expect(unspoken).toEqual([]);
}, 120_000);

/** The answers of tools that found something. */
function heardOf({ answers }: Heard): Answer[] {
  return [...answers.values()].filter(({ verdict }) => verdict === "error" || verdict === "warning");
}
