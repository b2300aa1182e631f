import { nameKey, TYPE } from "../../dns/index.ts";
import type { AssertionKind } from "../assertion.ts";
import { describeResolution, recordName } from "../describe.ts";
import type { Miss } from "../miss.ts";
import { closed, nameOption, typeOption } from "../options.ts";

const options = closed({ alias: nameOption, end: nameOption, type: typeOption.default(TYPE.A) });

/** A name is an alias, and the chain ends where it should; the end may be outside the repository's zones. */
export const alias: AssertionKind<"alias", typeof options> = {
  kind: "alias",
  summary: "The name is an alias whose chain ends at a name; one of our own must have records of the type.",
  options,
  example: `alias: shop.acme.example
end: www.acme.example`,
  evaluate({ alias: name, end, type }, ask) {
    const answer = ask.resolve(name, type);
    const miss: Miss = {
      record: recordName(name, TYPE.CNAME),
      expected: `an alias that ends at ${end}`,
      found:
        answer.chain.length === 1
          ? describeResolution(answer, type)
          : `an alias that ends at ${answer.chain.at(-1)}`,
      at: ask.resolve(name, TYPE.CNAME).place,
    };
    if (answer.chain.length === 1) return [{ ...miss, missing: { name, type: TYPE.CNAME } }];
    if (answer.kind === "loop") return [{ ...miss, found: describeResolution(answer, type) }];
    if (nameKey(answer.chain.at(-1)!) !== nameKey(end)) return [miss];
    if (answer.kind === "records" || answer.kind === "external") return [];
    return [{ ...miss, found: describeResolution(answer, type), missing: { name: nameKey(end), type } }];
  },
};
