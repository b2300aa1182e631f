import { TYPE } from "../../dns/index.ts";
import type { AssertionKind } from "../assertion.ts";
import { describeResolution, recordName } from "../describe.ts";
import type { Miss } from "../miss.ts";
import { isOneName, matchesName, type NamePattern } from "../name-pattern.ts";
import { closed, namePatternsOption } from "../options.ts";
import type { Questions } from "../questions.ts";

const options = closed({ forbidden: namePatternsOption, except: namePatternsOption.optional() });

/** Names that nobody may give out, whatever records they would have. */
export const forbidden: AssertionKind<"forbidden", typeof options> = {
  kind: "forbidden",
  summary: "No name is like one of these, but for exceptions.",
  options,
  example: `forbidden: ["*.test.acme.example", "tmp-*.acme.example"]
except: [ci.test.acme.example]`,
  evaluate({ forbidden: patterns, except = [] }, ask) {
    return patterns.flatMap((pattern) =>
      isOneName(pattern) ? ask.judge(() => judgeName(pattern, ask)) : judgePattern(pattern, except, ask),
    );
  },
};

function judgeName({ top: name, text }: NamePattern, ask: Questions): readonly Miss[] {
  const answer = ask.resolve(name, TYPE.A);
  if (answer.kind === "nxdomain" && answer.chain.length === 1) return [];
  const at = answer.place ?? ask.nearest(name, TYPE.A)?.place;
  return [{ record: text, expected: "no such name", found: describeResolution(answer, TYPE.A), at }];
}

function judgePattern(pattern: NamePattern, except: readonly NamePattern[], ask: Questions): readonly Miss[] {
  const misses: Miss[] = [];
  for (const { name, types } of ask.names(pattern.top)) {
    if (!matchesName(pattern, name) || except.some((one) => matchesName(one, name))) continue;
    const type = types[0]!;
    misses.push(
      ...ask.judge(() => {
        const answer = ask.resolve(name, type);
        if (answer.kind === "nxdomain") return [];
        const at = answer.place ?? ask.nearest(name, type)?.place;
        return [
          { record: recordName(name, type), expected: `no name like ${pattern.text}`, found: name, at },
        ];
      }),
    );
  }
  return misses;
}
