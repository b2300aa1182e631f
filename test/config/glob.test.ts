import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { compileGlob, escapeGlob, globProblem, matchGlob } from "../../src/config/index.ts";

describe("matchGlob", () => {
  test.each([
    ["zones/*.zone", "zones/example.org.zone"],
    ["zones/**/*.zone", "zones/example.org.zone"],
    ["zones/**/*.zone", "zones/a/b/example.org.zone"],
    ["**/db.*", "db.example"],
    ["**", "any/thing"],
    ["zones/**", "zones/a/b"],
    ["zones/?.zone", "zones/a.zone"],
    ["zones/{in,ex}ternal/*.{zone,db}", "zones/external/a.db"],
    ["{a,{b,c}d}", "cd"],
    ["a+(b)[c].$", "a+(b)[c].$"],
    ["a\\*", "a*"],
    ["a,b", "a,b"],
  ])("%s matches %s", (glob, path) => {
    expect(matchGlob(glob, path)).toBe(true);
  });

  test.each([
    ["zones/*.zone", "zones/sub/example.org.zone"],
    ["zones/*.zone", "other/zones/a.zone"],
    ["zones/*.zone", "zones/a.zone.bak"],
    ["zones/?.zone", "zones/ab.zone"],
    ["zones/?.zone", "zones//.zone"],
    ["Zones/*", "zones/a"],
    ["a.b", "axb"],
    ["a\\*", "ab"],
    ["**/db", "xdb"],
    ["{a,b}", "{a,b}"],
  ])("%s does not match %s", (glob, path) => {
    expect(matchGlob(glob, path)).toBe(false);
  });

  test("takes linear time on patterns made to be slow", () => {
    const matches = compileGlob(`${"{**,*}a".repeat(60)}b`);
    const started = performance.now();
    expect(matches("a".repeat(2000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test("an escaped path matches itself and no other", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.string({ maxLength: 40 }), (path, other) => {
        fc.pre(globProblem(escapeGlob(path)) === undefined);
        expect(matchGlob(escapeGlob(path), path)).toBe(true);
        expect(matchGlob(escapeGlob(path), other)).toBe(other === path);
      }),
    );
  });
});

describe("globProblem", () => {
  test.each([
    ["", /empty/],
    ["a".repeat(501), /at most 500/],
    ["/zones/*", /write "zones\/\*"/],
    ["./zones/*", /write "zones\/\*"/],
    ["../zones/*", /inside the repository/],
    ["{a,b", /no "}"/],
    ["a}", /no "\{"/],
    ["a\\", /escapes nothing/],
  ])("%s is refused", (glob, message) => {
    expect(globProblem(glob)).toMatch(message);
    expect(matchGlob(glob, glob)).toBe(false);
  });

  test("takes what is well-formed", () => {
    expect(globProblem("zones/**/{a,b}?.zone")).toBeUndefined();
  });
});
