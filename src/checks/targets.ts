import { z } from "zod";
import { type Name, nameKey, type RRType, rootName, TYPE, typeName } from "../dns/index.ts";
import { describeResolution, listed, recordName } from "./describe.ts";
import type { Miss } from "./miss.ts";
import { addressText, inNetwork } from "./network.ts";
import { addressTypeOption, asSequence, closed, externalOption, networksOption } from "./options.ts";
import type { Questions } from "./questions.ts";
import type { RecordPlace } from "./resolver.ts";

const types = z.array(addressTypeOption).min(1).optional();

/** Which types a target must have: `A`, `{all-of: [A, AAAA]}` or `{any-of: [A, AAAA]}`. */
const resolveOption = z.preprocess(
  (value) => (typeof value === "string" ? { "all-of": [value] } : value),
  closed({ "all-of": types, "any-of": types }).transform((option, context) => {
    const { "all-of": all, "any-of": any } = option;
    if (all && !any) return { all: true, types: all };
    if (any && !all) return { all: false, types: any };
    context.addIssue({
      code: "custom",
      message: "say either all-of or any-of, with a sequence of record types",
    });
    return z.NEVER;
  }),
);

/** Places that addresses are spread over: each a network, or several that are one place. */
const spreadOption = closed({
  over: z.preprocess(asSequence, z.array(networksOption).min(1)),
  min: z.number().int().min(1).optional(),
}).refine(({ over, min = 1 }) => min <= over.length, { error: "min is more than there are places" });

/**
 * What every target of a set of records must satisfy. `min` counts distinct addresses, of each type in `all-of`, or
 * of one type in `any-of`; `within` holds for all addresses a target has; `spread` wants an address in so many of the
 * places, or in each. With `external: ok` a target outside the repository's zones is taken to be right.
 */
export const targetOptions = {
  min: z.number().int().min(1).optional(),
  resolve: resolveOption.default({ all: false, types: [TYPE.A, TYPE.AAAA] }),
  within: networksOption.optional(),
  spread: spreadOption.optional(),
  external: externalOption,
};

export type TargetOptions = z.infer<z.ZodObject<typeof targetOptions>>;

/** A name that a record points at, and where that record stands. */
export interface TargetOf {
  readonly record: string;
  readonly name: Name;
  readonly at: RecordPlace | undefined;
}

/** Asks for the addresses of every target and says what is not as `options` want it. */
export function judgeTargets(
  record: string,
  targets: readonly TargetOf[],
  options: TargetOptions,
  ask: Questions,
): Miss[] {
  const addresses = new Map<RRType, Set<string>>(options.resolve.types.map((type) => [type, new Set()]));
  const misses = targets.flatMap((target) => [
    ...judgeResolving(target, options, addresses, ask),
    ...judgeNetworks(target, options, ask),
  ]);
  const [first] = targets;
  return [
    ...misses,
    ...judgeCount(record, first?.at, options, addresses),
    ...judgeSpread(record, targets, options, ask),
  ];
}

function judgeResolving(
  { record, name, at }: TargetOf,
  { resolve, external }: TargetOptions,
  addresses: ReadonlyMap<RRType, Set<string>>,
  ask: Questions,
): Miss[] {
  const answers = resolve.types.map((type) => ({ type, answer: ask.resolve(name, type) }));
  for (const { type, answer } of answers) {
    for (const rdata of answer.rdata) addresses.get(type)?.add(Buffer.from(rdata).toString("hex"));
  }
  const failed = answers.filter(({ answer }) => answer.kind !== "records");
  if (failed.length === 0 || (!resolve.all && failed.length < answers.length)) return [];
  if (external === "ok" && name !== rootName && failed.every(({ answer }) => answer.kind === "external"))
    return [];
  const wanted = failed.map(({ type }) => typeName(type)).join(resolve.all ? " and " : " or ");
  const { type, answer } = failed[0]!;
  return [
    {
      record,
      expected: `its target ${name} to have ${wanted}`,
      found:
        name === rootName
          ? "the target that says there is no such service"
          : describeResolution(answer, type),
      at,
      ...(name !== rootName && { missing: { name: nameKey(answer.chain.at(-1)!), type } }),
    },
  ];
}

function judgeNetworks({ record, name, at }: TargetOf, { within }: TargetOptions, ask: Questions): Miss[] {
  if (!within) return [];
  const wanted = `every address of ${name} within ${listed(within.map(({ text }) => text))}`;
  return [TYPE.A, TYPE.AAAA].flatMap((type) => {
    const answer = ask.resolve(name, type);
    return answer.rdata.flatMap((address, index): Miss[] =>
      within.some((network) => inNetwork(address, network))
        ? []
        : [{ record, expected: wanted, found: addressText(address), at: answer.places[index] ?? at }],
    );
  });
}

function judgeCount(
  record: string,
  at: RecordPlace | undefined,
  { min, resolve }: TargetOptions,
  addresses: ReadonlyMap<RRType, ReadonlySet<string>>,
): Miss[] {
  if (min === undefined) return [];
  const short = [...addresses].filter(([, found]) => found.size < min);
  if (short.length === 0 || (!resolve.all && short.length < addresses.size)) return [];
  const names = short.map(([type]) => typeName(type));
  const found = short.map(([type, texts]) => `${texts.size} ${typeName(type)}`).join(", ");
  return [
    { record, expected: `at least ${min} distinct addresses of type ${names.join(" or ")}`, found, at },
  ];
}

function judgeSpread(
  record: string,
  targets: readonly TargetOf[],
  { spread }: TargetOptions,
  ask: Questions,
): Miss[] {
  if (!spread) return [];
  const addresses = targets.flatMap(({ name }) =>
    [TYPE.A, TYPE.AAAA].flatMap((type) => ask.resolve(name, type).rdata),
  );
  const empty = spread.over.filter(
    (place) => !place.some((network) => addresses.some((address) => inNetwork(address, network))),
  );
  const wanted = spread.min ?? spread.over.length;
  const reached = spread.over.length - empty.length;
  if (reached >= wanted) return [];
  const text = (places: typeof spread.over) =>
    listed(places.map((networks) => networks.map((network) => network.text).join(" or ")));
  const expected = `targets in at least ${wanted} of ${text(spread.over)}`;
  return [{ record, expected, found: `${reached}: none in ${text(empty)}`, at: targets[0]?.at }];
}

/** The miss of a set of records that is not there at all. */
export function missingRecords(name: Name, type: RRType, ask: Questions): Miss {
  return {
    record: recordName(name, type),
    expected: `at least one ${typeName(type)} record`,
    found: describeResolution(ask.resolve(name, type), type),
    missing: { name, type },
  };
}
