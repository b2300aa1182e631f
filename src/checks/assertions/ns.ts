import { TYPE } from "../../dns/index.ts";
import type { AssertionKind } from "../assertion.ts";
import { recordName } from "../describe.ts";
import { closed, nameOption } from "../options.ts";
import { targetOf } from "../rdata.ts";
import { judgeTargets, missingRecords, targetOptions } from "../targets.ts";

const options = closed({ ns: nameOption, targets: closed(targetOptions).optional() });

/** A zone's nameservers can be found (RFC 1912 §2.8). */
export const ns: AssertionKind<"ns", typeof options> = {
  kind: "ns",
  summary: "The zone has NS records whose targets resolve, within networks, spread over places.",
  options,
  example: `ns: acme.example
targets: { min: 2, spread: { over: [192.0.2.0/24, 198.51.100.0/24] } }`,
  evaluate({ ns: name, targets: wanted }, ask) {
    const answer = ask.resolve(name, TYPE.NS);
    if (answer.kind !== "records") return [missingRecords(name, TYPE.NS, ask)];
    if (!wanted) return [];
    const record = recordName(name, TYPE.NS);
    const targets = answer.rdata.map((rdata, index) => ({
      record,
      name: targetOf(TYPE.NS, rdata),
      at: answer.places[index],
    }));
    return judgeTargets(record, targets, wanted, ask);
  },
};
