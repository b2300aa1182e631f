import { describe, expect, test } from "@jest/globals";
import { planSeenBy } from "../../src/controller/index.ts";

const shown = (planDigest: string, shownAt: number, headSha = "head") => ({ planDigest, shownAt, headSha });
const review = { headSha: "head", submittedAt: 10_000 };

describe("the plan a reviewer saw", () => {
  test("is the last one shown for that head before the review", () => {
    expect(planSeenBy(review, [shown("a", 5_000), shown("b", 9_000), shown("c", 11_000)])).toBe("b");
  });

  test("is none where none was shown yet, or for another head only", () => {
    expect(planSeenBy(review, [])).toBeUndefined();
    expect(planSeenBy(review, [shown("a", 11_000)])).toBeUndefined();
    expect(planSeenBy(review, [shown("a", 5_000, "other")])).toBeUndefined();
  });

  test("is the one shown in the very second of the review, where it is the only one", () => {
    expect(planSeenBy(review, [shown("a", 10_000)])).toBe("a");
    expect(planSeenBy(review, [shown("a", 5_000), shown("a", 10_000)])).toBe("a");
  });

  test("is unknown where it changed in the second of the review", () => {
    expect(planSeenBy(review, [shown("a", 5_000), shown("b", 10_000)])).toBeUndefined();
    expect(planSeenBy(review, [shown("b", 10_000), shown("a", 10_000)])).toBeUndefined();
  });
});
