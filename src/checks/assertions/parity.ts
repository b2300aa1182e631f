import { z } from "zod";
import { type Name, nameKey, parseName, type RRType, TYPE, typeName } from "../../dns/index.ts";
import type { AssertionKind } from "../assertion.ts";
import { describeResolution, recordName } from "../describe.ts";
import type { Miss } from "../miss.ts";
import { matchesName, type NamePattern } from "../name-pattern.ts";
import { closed, nameOption, namePatternsOption, typesOption } from "../options.ts";
import type { Questions } from "../questions.ts";

/** Types that belong to one zone, and not to what is in it. */
const OF_ZONES: ReadonlySet<RRType> = new Set([
  TYPE.SOA,
  TYPE.NS,
  TYPE.DS,
  TYPE.DNSKEY,
  TYPE.CDS,
  TYPE.CDNSKEY,
  TYPE.RRSIG,
  TYPE.NSEC,
  TYPE.NSEC3,
  TYPE.NSEC3PARAM,
]);

const options = closed({
  parity: nameOption,
  with: nameOption,
  types: typesOption.optional(),
  except: namePatternsOption.optional(),
  "one-way": z.boolean().default(false),
}).refine((option) => nameKey(option.parity) !== nameKey(option.with), {
  path: ["with"],
  error: "is the same name: compare with another",
});

/** Two subtrees hold the same names with the same types; what their records say is not compared. */
export const parity: AssertionKind<"parity", typeof options> = {
  kind: "parity",
  summary: "What is below one name is below another too, name for name and type for type; and the reverse.",
  options,
  example: `parity: sto.acme.example
with: lon.acme.example
types: [A, SRV]
except: ["gw*"]`,
  evaluate({ parity: one, with: other, types, except = [], "one-way": oneWay }, ask) {
    const compared = (type: RRType) => (types ? types.includes(type) : !OF_ZONES.has(type));
    const [a, b] = [nameKey(one), nameKey(other)];
    return [
      ...missingIn(a, b, compared, except, ask),
      ...(oneWay ? [] : missingIn(b, a, compared, except, ask)),
    ];
  },
};

/** What is below one name and not below the other. */
function missingIn(
  from: Name,
  to: Name,
  compared: (type: RRType) => boolean,
  except: readonly NamePattern[],
  ask: Questions,
): readonly Miss[] {
  const misses: Miss[] = [];
  let seen = 0;
  for (const { name, types } of ask.names(from)) {
    const kept = name === from ? "" : name.slice(0, name.length - from.length);
    if (kept !== "" && except.some((pattern) => matchesName(pattern, kept as Name))) continue;
    for (const type of types.filter(compared)) {
      seen += 1;
      misses.push(...ask.judge(() => judgeTwin(name, parseName(`${kept}${to}`), type, ask)));
    }
  }
  if (seen > 0) return misses;
  return [{ record: from, expected: "names to compare", found: "none at or below it" }];
}

function judgeTwin(name: Name, twin: Name, type: RRType, ask: Questions): readonly Miss[] {
  const answer = ask.resolve(twin, type);
  if (answer.kind === "records" || (answer.kind === "external" && answer.chain.length > 1)) return [];
  return [
    {
      record: recordName(twin, type),
      expected: `${typeName(type)} records, as ${name} has`,
      found: describeResolution(answer, type),
      missing: { name: twin, type },
    },
  ];
}
