import { typeName } from "../../dns/index.ts";
import type { AssertionKind } from "../assertion.ts";
import { describeResolution, recordName } from "../describe.ts";
import { closed, nameOption, typeOption } from "../options.ts";

const options = closed({ nodata: nameOption, type: typeOption });

/** A name exists, and has no records of a type (RFC 2308 §2.2). */
export const nodata: AssertionKind<"nodata", typeof options> = {
  kind: "nodata",
  summary: "The name exists and has no records of a type.",
  options,
  example: `nodata: ipv4only.acme.example
type: AAAA`,
  evaluate({ nodata: name, type }, ask) {
    const answer = ask.resolve(name, type);
    if (answer.kind === "nodata") return [];
    const expected = `the name, and no ${typeName(type)} record`;
    const found = describeResolution(answer, type);
    return [{ record: recordName(name, type), expected, found, at: answer.place }];
  },
};
