import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { torture } from "../corpus/zonefile/torture.ts";
import { preamble } from "../corpus/zonefile/torture-case.ts";
import { mutate } from "./mutate.ts";
import { Random, seedOf } from "./random.ts";

/** One input: the files of a zone `example.` by path, `example.zone` its own. */
export type FuzzCase = Readonly<Record<string, Buffer>>;

const corpus = "test/corpus/zones";

/** What is mutated: the torture list, and the corpus of sound zones. */
const seeds: readonly FuzzCase[] = [
  ...Object.values(torture)
    .flat()
    .map(({ input, bare, includes }) => {
      const files = { "example.zone": bare ? input : preamble + input, ...includes };
      return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
    }),
  ...readdirSync(corpus).map((name) => ({ "example.zone": readFileSync(join(corpus, name)) })),
];

/** Case `index` of the run with this seed. */
export function fuzzCase(run: number, index: number): FuzzCase {
  const random = new Random(seedOf(run, index));
  const seed = random.pick(seeds);
  const other = random.pick(seeds)["example.zone"]!;
  // What is included is now and then the seed's own file, the changed one, or a part of another.
  const changed = mutate(seed["example.zone"]!, random, other);
  return { "part.zone": other, ...seed, "example.zone": changed };
}
