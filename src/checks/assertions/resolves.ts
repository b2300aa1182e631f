import { z } from "zod";
import { messageOf } from "../../base/index.ts";
import { typeName } from "../../dns/index.ts";
import type { AssertionKind, Miss } from "../assertion.ts";
import { listed, recordName } from "../describe.ts";
import { asSequence, closed, nameOption, typeOption } from "../options.ts";
import { comparable, comparableText } from "../rdata.ts";
import { missingRecords } from "../targets.ts";

const values = z.preprocess(asSequence, z.array(z.string()).min(1));

const options = closed({
  resolves: nameOption,
  type: typeOption,
  equals: values.optional(),
  contains: values.optional(),
  count: closed({
    min: z.number().int().min(1).optional(),
    max: z.number().int().min(1).optional(),
  }).optional(),
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
    "The name has records of a type, directly or through aliases; exactly these, among others these, so many.",
  options,
  example: `resolves: www.acme.example
type: A
equals: [192.0.2.10, 192.0.2.11]`,
  evaluate({ resolves: name, type, equals, contains, count }, ask) {
    const answer = ask.resolve(name, type);
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
    if (count?.min !== undefined && found.length < count.min)
      misses.push(miss(`at least ${count.min} records`));
    if (count?.max !== undefined && found.length > count.max)
      misses.push(miss(`at most ${count.max} records`));
    return misses;
  },
};

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const left = new Set(a);
  return left.size === new Set(b).size && b.every((item) => left.has(item));
}
