import { RE2JS } from "re2js";
import { z } from "zod";
import { messageOf } from "../../base/index.ts";
import { typeName } from "../../dns/index.ts";
import type { AssertionKind } from "../assertion.ts";
import { inRange, listed, rangeText, recordName } from "../describe.ts";
import type { Miss } from "../miss.ts";
import { asSequence, closed, externalOption, nameOption, rangeOf, typeOption } from "../options.ts";
import { comparable, comparableText } from "../rdata.ts";
import { missingRecords } from "../targets.ts";

const values = z.preprocess(asSequence, z.array(z.string()).min(1));

/** Longest pattern taken, in characters. */
const LONGEST = 500;

/** A regular expression of RE2, which takes time linear in the text whatever the pattern. */
const patternOption = z
  .string()
  .max(LONGEST)
  .transform((text, context) => {
    try {
      return { text, re: RE2JS.compile(text) };
    } catch (error) {
      const message = `"${text}" is no regular expression (RE2's syntax): ${messageOf(error)}`;
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    }
  });

const options = closed({
  resolves: nameOption,
  type: typeOption,
  equals: values.optional(),
  contains: values.optional(),
  matches: patternOption.optional(),
  "some-match": patternOption.optional(),
  count: rangeOf(z.number().int().min(1)).optional(),
  external: externalOption,
}).transform((option, context) => {
  const read = (texts: readonly string[] | undefined, key: string) =>
    texts?.map((text, index) => {
      try {
        return comparableText(option.type, text);
      } catch (error) {
        const message = `"${text}" is no ${typeName(option.type)} value: ${messageOf(error)}`;
        context.addIssue({ code: "custom", path: [key, index], message });
        return z.NEVER;
      }
    });
  return { ...option, equals: read(option.equals, "equals"), contains: read(option.contains, "contains") };
});

/** A name has records of a type; which ones, and how many. */
export const resolves: AssertionKind<"resolves", typeof options> = {
  kind: "resolves",
  summary:
    "The name has records of a type, directly or through aliases: exactly these, these among others, matching, so many.",
  options,
  example: `resolves: www.acme.example
type: A
equals: [192.0.2.10, 192.0.2.11]`,
  evaluate({ resolves: name, type, equals, contains, matches, count, ...wanted }, ask) {
    const answer = ask.resolve(name, type);
    if (answer.kind === "external" && wanted.external === "ok") return [];
    if (answer.kind !== "records") return [missingRecords(name, type, ask)];
    const found = answer.rdata.map((rdata) => comparable(type, rdata));
    const miss = (expected: string): Miss => ({
      record: recordName(name, type),
      expected,
      found: listed(found),
      at: answer.place,
    });
    const misses: Miss[] = [];
    if (equals && !sameSet(equals, found)) misses.push(miss(`exactly ${listed(equals)}`));
    if (contains?.some((value) => !found.includes(value)))
      misses.push(miss(`among others ${listed(contains)}`));
    const odd = matches && found.findIndex((value) => !matches.re.matcher(value).find());
    if (odd !== undefined && odd >= 0)
      misses.push({
        ...miss(`every value to match ${matches!.text}`),
        found: found[odd]!,
        at: answer.places[odd],
      });
    const some = wanted["some-match"];
    if (some && !found.some((value) => some.re.matcher(value).find()))
      misses.push(miss(`some value to match ${some.text}`));
    if (count && !inRange(found.length, count))
      misses.push({ ...miss(`${rangeText(count)} records`), found: `${found.length}: ${listed(found)}` });
    return misses;
  },
};

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const left = new Set(a);
  return left.size === new Set(b).size && b.every((item) => left.has(item));
}
