import { TYPE } from "../../dns/index.ts";
import type { AssertionKind } from "../assertion.ts";
import { recordName } from "../describe.ts";
import { closed, nameOption } from "../options.ts";
import { targetOf } from "../rdata.ts";
import { judgeTargets, missingRecords, targetOptions } from "../targets.ts";

const options = closed({ mx: nameOption, targets: closed(targetOptions).optional() });

/** Mail for a domain has somewhere to go (RFC 5321 §5.1). */
export const mx: AssertionKind<"mx", typeof options> = {
  kind: "mx",
  summary: "The domain has MX records whose targets resolve, within networks.",
  options,
  example: `mx: acme.example
targets: { min: 2, resolve: A }`,
  evaluate({ mx: name, targets: wanted }, ask) {
    const answer = ask.resolve(name, TYPE.MX);
    if (answer.kind !== "records") return [missingRecords(name, TYPE.MX, ask)];
    if (!wanted) return [];
    const record = recordName(name, TYPE.MX);
    const targets = answer.rdata.map((rdata, index) => ({
      record,
      name: targetOf(TYPE.MX, rdata),
      at: answer.places[index],
    }));
    return judgeTargets(record, targets, wanted, ask);
  },
};
