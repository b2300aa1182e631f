import { rootName, typeName } from "../../dns/index.ts";
import type { AssertionKind } from "../assertion.ts";
import { listed, recordName } from "../describe.ts";
import type { Miss } from "../miss.ts";
import { matchesName, type NamePattern } from "../name-pattern.ts";
import type { Network } from "../network.ts";
import { closed, namePatternsOption, networksOption } from "../options.ts";
import { ADDRESS_TYPES, pointsInto } from "../pointing.ts";
import type { Questions } from "../questions.ts";
import type { Pointing } from "../resolver.ts";

const options = closed({ "no-address-within": networksOption, except: namePatternsOption.optional() });

/** A network was given up, and nothing may lead there any more: whoever gets it next would get our traffic. */
export const noAddressWithin: AssertionKind<"no-address-within", typeof options> = {
  kind: "no-address-within",
  summary: "No record of any zone points into these networks: no address, no hint, no SPF term.",
  options,
  example: `no-address-within: [10.9.0.0/16, 2001:db8:9::/48]
except: [migration.acme.example]`,
  evaluate({ "no-address-within": networks, except = [] }, ask) {
    const found = ask.pointing(networks);
    const misses: Miss[] = [];
    if (!found) return walk(networks, except, ask);
    for (const one of found) if (!isExcepted(one.name, except)) misses.push(missOf(one, networks));
    return misses;
  },
};

/** The same, name by name: for a source that is asked. */
function walk(networks: readonly Network[], except: readonly NamePattern[], ask: Questions): readonly Miss[] {
  const misses: Miss[] = [];
  for (const { name, types } of ask.names(rootName)) {
    if (isExcepted(name, except)) continue;
    for (const type of types.filter((one) => ADDRESS_TYPES.includes(one))) {
      const judged = ask.judge(() => {
        const { rdata, places } = ask.resolve(name, type);
        return rdata.flatMap((one, index) =>
          pointsInto(type, one, networks).map((address) =>
            missOf({ name, type, address, place: places[index] }, networks),
          ),
        );
      });
      misses.push(...judged);
    }
  }
  return misses;
}

function isExcepted(name: Pointing["name"], except: readonly NamePattern[]): boolean {
  return except.some((pattern) => matchesName(pattern, name));
}

function missOf(
  { name, type, address, place }: Omit<Pointing, "place"> & { place: Pointing["place"] | undefined },
  networks: readonly Network[],
): Miss {
  const expected = `no ${typeName(type)} record to point into ${listed(networks.map(({ text }) => text))}`;
  return { record: recordName(name, type), expected, found: address, at: place };
}
