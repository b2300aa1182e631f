import { z } from "zod";
import type { Name } from "../../dns/index.ts";
import type { AnyAssertion, AssertionKind } from "../assertion.ts";
import type { Expectation } from "../check.ts";
import { type Kinds, kindsByName, readExpectation } from "../expectation.ts";
import type { Miss } from "../miss.ts";
import { isOneName, matchesName, type NamePattern } from "../name-pattern.ts";
import { closed, namePatternsOption, typeOption } from "../options.ts";
import type { Questions } from "../questions.ts";
import { type Bindings, nameEntry } from "../template.ts";

/** What each name is called in the expectations. */
const VARIABLE = "name";

type Raw = Readonly<Record<string, unknown>>;

/** A name that expectations are tried with while they are read. */
const SAMPLE = "name.example." as Name;

function optionsOf(kinds: Kinds) {
  const expect = z.preprocess(
    (value) => (Array.isArray(value) ? value : [value]),
    z
      .array(z.record(z.string(), z.unknown()))
      .min(1)
      .superRefine((items, context) => {
        for (const [index, raw] of items.entries()) {
          const report = (path: readonly (string | number)[], message: string, key: boolean) =>
            context.addIssue({ code: "custom", path: [index, ...path], message, params: { key } });
          for (const { path, message, key } of readExpectation(raw, calling(SAMPLE), kinds).issues)
            report(path, message, key);
          if (!JSON.stringify(raw).includes(`{${VARIABLE}`))
            report([], `says the same of every name: write {${VARIABLE}} where each is meant`, false);
        }
      }),
  );
  return closed({
    every: namePatternsOption,
    type: typeOption.optional(),
    except: namePatternsOption.optional(),
    expect,
  });
}

/** What holds for one name holds for a whole set: `kinds` are what can be said of each. */
export function everyOf(
  kinds: readonly AnyAssertion[],
): AssertionKind<"every", ReturnType<typeof optionsOf>> {
  const known = kindsByName(kinds);
  return {
    kind: "every",
    summary: "Every name that is like one of these, with records of a type, satisfies expectations.",
    options: optionsOf(known),
    fills: { variable: VARIABLE, in: "expect" },
    example: `every: "*.lab.acme.example"
type: A
except: [ns1.lab.acme.example]
expect:
  - ptr: "{name}"`,
    evaluate({ every: patterns, type, except = [], expect }, ask) {
      const misses: Miss[] = [];
      const done = new Set<Name>();
      const expected = expect.map((raw) => saidOf(raw, known));
      const judge = (name: Name) => {
        if (done.has(name) || except.some((pattern) => matchesName(pattern, name))) return;
        done.add(name);
        for (const said of expected) misses.push(...judgeName(name, said, known, ask));
      };
      for (const pattern of patterns) {
        let found = false;
        for (const name of namesLike(pattern, type, ask)) {
          found = true;
          judge(name);
        }
        if (!found) misses.push(noneLike(pattern));
      }
      return misses;
    },
  };
}

/** A name is in its own set whether it exists or not: what is expected of it tells. */
function* namesLike(pattern: NamePattern, type: number | undefined, ask: Questions): Iterable<Name> {
  if (isOneName(pattern)) yield pattern.top;
  else
    for (const { name, types } of ask.names(pattern.top))
      if ((type === undefined || types.includes(type)) && matchesName(pattern, name)) yield name;
}

/** An expectation as it is written, and read already where names differ in nothing but its subject. */
interface Said {
  readonly raw: Raw;
  readonly forAny?: Expectation;
}

function saidOf(raw: Raw, kinds: Kinds): Said {
  const { expectation } = readExpectation(raw, calling(SAMPLE), kinds);
  if (!expectation) return { raw };
  const subject = expectation.kind.kind;
  const { [subject]: own, ...others } = raw;
  const isAlike = own === `{${VARIABLE}}` && !JSON.stringify(others).includes(VARIABLE);
  return isAlike && (expectation.options as Raw)[subject] === SAMPLE ? { raw, forAny: expectation } : { raw };
}

function judgeName(name: Name, { raw, forAny }: Said, kinds: Kinds, ask: Questions): readonly Miss[] {
  if (forAny) {
    const { kind, options } = forAny;
    return ask.judge(() => kind.evaluate({ ...(options as Raw), [kind.kind]: name }, ask));
  }
  const { expectation, issues } = readExpectation(raw, calling(name), kinds);
  if (!expectation)
    return [{ record: name, expected: "an expectation for it", found: issues[0]?.message ?? "none" }];
  return ask.judge(() => expectation.kind.evaluate(expectation.options, ask));
}

function calling(name: Name): Bindings {
  return new Map([[VARIABLE, nameEntry(name)]]);
}

function noneLike({ text }: NamePattern): Miss {
  return { record: text, expected: "at least one name like it", found: "none" };
}
