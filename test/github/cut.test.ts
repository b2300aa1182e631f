import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { cutLine, cutText } from "../../src/github/cut.ts";

describe("cutting a text", () => {
  test("leaves one that fits as it is", () => {
    expect(cutText("é".repeat(100), 200)).toBe("é".repeat(100));
  });

  test("ends it at a whole line and says so", () => {
    const text = cutText("0123456789\n".repeat(100), 500);
    expect(text).toMatch(/^(?:0123456789\n)+\n/);
    expect(text).toMatch(/cut here: GitHub takes no more\.\n$/);
  });

  test.each(["```", "~~~~"])("closes a code block opened with %s", (fence) => {
    const text = cutText(`Intro\n${fence}dns\n${"www 300 IN A 192.0.2.1\n".repeat(100)}${fence}\n`, 500);
    expect(text).toContain(`\n${fence}\n\n… cut here`);
  });

  test("does not close one that is closed already", () => {
    const text = cutText(`\`\`\`\nx\n\`\`\`\n${"line\n".repeat(200)}`, 500);
    expect(text.match(/```/g)).toHaveLength(2);
  });

  test("never exceeds the limit and never splits a character", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 100 }),
        fc.integer({ min: 200, max: 400 }),
        (start, most) => {
          const cut = cutText(start.repeat(5), most);
          expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(most);
          expect(cut.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});

describe("cutting a line", () => {
  test.each([
    ["short", 10, "short"],
    ["exactly ten", 11, "exactly ten"],
    ["a bit longer", 6, "a bit…"],
    ["ab🎼cd", 4, "ab…"],
  ])("%s to %i", (text, most, expected) => {
    expect(cutLine(text, most)).toBe(expected);
  });
});
