import { describe, expect, test } from "@jest/globals";
import { splitKnown } from "../../src/diagnostic/index.ts";
import { dot, duplicate } from "./findings.ts";

describe("splitKnown", () => {
  test("knows a finding wherever its line has moved, in its place and in its words", () => {
    const moved = { ...dot, line: 9, message: "as in zones/a.zone:12:3 on line 12" };
    const before = { ...dot, message: "as in zones/a.zone:7:3 on line 7" };
    expect(splitKnown([moved, duplicate], [before])).toEqual({ fresh: [duplicate], known: [moved] });
  });

  test("calls as many of several alike fresh as there are more of them now", () => {
    const again = { ...duplicate, line: 5 };
    expect(splitKnown([duplicate, again], [duplicate])).toEqual({ fresh: [again], known: [duplicate] });
    expect(splitKnown([duplicate], [duplicate, again]).fresh).toEqual([]);
  });

  test.each([
    ["in another file", { file: "zones/other.zone" }],
    ["by another rule", { rule: "rr-other" }],
    ["of another severity", { severity: "error" as const }],
    ["in other words", { message: "something else" }],
  ])("does not know one %s", (_how, difference) => {
    const found = { ...duplicate, ...difference };
    expect(splitKnown([found], [duplicate]).fresh).toEqual([found]);
  });
});
