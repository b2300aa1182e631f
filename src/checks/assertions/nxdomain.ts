import { TYPE } from "../../dns/index.ts";
import type { AssertionKind } from "../assertion.ts";
import { describeResolution } from "../describe.ts";
import { closed, nameOption } from "../options.ts";

const options = closed({ nxdomain: nameOption });

/** A name does not exist: with no type, under no wildcard, and nothing below it. */
export const nxdomain: AssertionKind<"nxdomain", typeof options> = {
  kind: "nxdomain",
  summary: "The name does not exist at all.",
  options,
  example: "nxdomain: old-intranet.acme.example",
  evaluate({ nxdomain: name }, ask) {
    const answer = ask.resolve(name, TYPE.A);
    if (answer.kind === "nxdomain" && answer.chain.length === 1) return [];
    const at = answer.place ?? ask.nearest(name, TYPE.A)?.place;
    return [{ record: name, expected: "no such name", found: describeResolution(answer, TYPE.A), at }];
  },
};
