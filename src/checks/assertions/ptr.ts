import { nameKey, type RRType, TYPE } from "../../dns/index.ts";
import type { AssertionKind } from "../assertion.ts";
import { describeResolution, listed, recordName } from "../describe.ts";
import type { Miss } from "../miss.ts";
import { addressText, reverseName } from "../network.ts";
import { closed, nameOption } from "../options.ts";
import type { Questions } from "../questions.ts";
import { targetOf } from "../rdata.ts";
import type { RecordPlace } from "../resolver.ts";
import { missingRecords } from "../targets.ts";

const options = closed({ ptr: nameOption });

/** Forward and reverse agree for a host (RFC 1912 §2.1). */
export const ptr: AssertionKind<"ptr", typeof options> = {
  kind: "ptr",
  summary: "Every address of the name has a PTR record that leads back to the name.",
  options,
  example: "ptr: web1.sto.acme.example",
  evaluate({ ptr: name }, ask) {
    const answers = [TYPE.A, TYPE.AAAA].map((type) => ({ type, answer: ask.resolve(name, type) }));
    if (answers.every(({ answer }) => answer.kind !== "records")) return [missingRecords(name, TYPE.A, ask)];
    return answers.flatMap(({ type, answer }) =>
      answer.rdata.flatMap((address, index) =>
        judgeAddress(
          `${recordName(name, type)} ${addressText(address)}`,
          name,
          address,
          answer.places[index],
          ask,
        ),
      ),
    );
  },
};

function judgeAddress(
  record: string,
  name: string,
  address: Uint8Array,
  at: RecordPlace | undefined,
  ask: Questions,
): Miss[] {
  const reverse = reverseName(address);
  const type: RRType = TYPE.PTR;
  const answer = ask.resolve(reverse, type);
  const names = answer.rdata.map((rdata) => nameKey(targetOf(type, rdata)));
  if (names.some((found) => found === name.toLowerCase())) return [];
  const expected = `${reverse} PTR to lead back to ${name}`;
  if (answer.kind === "records") return [{ record, expected, found: listed(names), at: answer.place }];
  return [
    { record, expected, found: describeResolution(answer, type), at, missing: { name: reverse, type } },
  ];
}
