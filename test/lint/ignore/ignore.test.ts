import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Diagnostic } from "../../../src/diagnostic/index.ts";
import { RecordsAfter } from "../../../src/lint/ignore/lines.ts";
import { applyIgnores, readIgnores } from "../../../src/lint/index.ts";

const known = {
  ids: ["cname-dangling", "ttl-low", "cname-multiple"],
  whyNot: (rule: string) => (rule === "cname-multiple" ? "servers refuse it" : undefined),
};

function read(text: string) {
  return readIgnores(Buffer.from(text), "a.zone", known);
}

function linesOf(text: string) {
  return read(text).ignores.map(({ rules, reason, lines }) => [rules.join(), reason, lines]);
}

function finding(rule: string, line: number, endLine = line): Diagnostic {
  return { file: "a.zone", line, column: 1, endLine, endColumn: 9, rule, severity: "error", message: rule };
}

describe("an ignore", () => {
  test("at the end of a record's line speaks of that line", () => {
    expect(linesOf('a TXT "x;y" ; zonewright-ignore ttl-low -- it moves on Monday\nb A 192.0.2.1\n')).toEqual(
      [["ttl-low", "it moves on Monday", { from: 1, to: 1 }]],
    );
  });

  test("on a line of its own speaks of the record after it, to its last line", () => {
    const text =
      "; zonewright-ignore ttl-low, cname-dangling -- old\n\n; more\na TXT ( x ; (\n y )\nb A 192.0.2.1\n";
    expect(linesOf(text)).toEqual([["ttl-low,cname-dangling", "old", { from: 4, to: 5 }]]);
  });

  test("for the file speaks of all of it", () => {
    expect(linesOf("a A 192.0.2.1\n; zonewright-ignore-file ttl-low -- lab")).toEqual([
      ["ttl-low", "lab", undefined],
    ]);
  });

  test("is no ignore inside a quoted string", () => {
    expect(read('a TXT "; zonewright-ignore ttl-low -- no"\n')).toEqual({ ignores: [], problems: [] });
  });

  test.each([
    ["; zonewright-ignore ttl-low", "without a reason", /hides nothing: write/],
    ["; zonewright-ignore -- because", "without a rule", /hides nothing: write/],
    ["; zonewright-ignore ttl-lwo -- because", "of a rule that is not there", /did you mean "ttl-low"/],
    ["; zonewright-ignore cname-multiple -- because", "of a structural rule", /servers refuse it/],
  ])("%s (%s) is said to hide nothing", (comment, _, message) => {
    const { ignores, problems } = read(`a A 192.0.2.1 ${comment}\n`);
    expect(ignores).toEqual([]);
    expect(problems).toMatchObject([{ rule: "ignore-invalid", line: 1, column: 15 }]);
    expect(problems[0]!.message).toMatch(message);
  });

  test("has its place in characters, on whichever line", () => {
    const { ignores } = read('x TXT "é"\ny TXT "é" ; zonewright-ignore ttl-low -- ü \n');
    expect(ignores[0]!.span).toEqual({ file: "a.zone", line: 2, column: 11, endLine: 2, endColumn: 43 });
  });

  test("beyond a thousand of a file hides nothing, and says so", () => {
    const { ignores, problems } = read("a A 192.0.2.1 ; zonewright-ignore ttl-low -- x\n".repeat(1002));
    expect(ignores).toHaveLength(1000);
    expect(problems).toHaveLength(1);
  });

  test("is read from any octets without a throw", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("zonewright-ignore", " -- ", ";", '"', "\\", "(", "\n", "ttl-low", "\0é")),
        (parts) => {
          const text = parts.join("");
          const { ignores } = read(text);
          for (const { span } of ignores) expect(span.line).toBeLessThanOrEqual(text.split("\n").length);
        },
      ),
    );
  });
});

describe("hostile ignores", () => {
  test("before one record are each of that record, wherever its parentheses end", () => {
    const text = `${"; zonewright-ignore ttl-low -- x\n".repeat(3)}\n\na TXT (\n\n b\n`;
    expect(linesOf(text).map(([, , lines]) => lines)).toEqual(Array(3).fill({ from: 6, to: 8 }));
  });

  test("at the end of a file speak of nothing but themselves", () => {
    expect(linesOf("; zonewright-ignore ttl-low -- x\n; zonewright-ignore ttl-low -- y\n")).toHaveLength(2);
  });

  test("look at what lies between them and their record once", () => {
    let looked = 0;
    const text = Buffer.from(
      `${"; zonewright-ignore ttl-low -- x\n".repeat(900)}${"\n".repeat(50_000)}a TXT b\n`,
    );
    const counting = new Proxy(text, {
      get(target, key) {
        if (typeof key === "string" && /^\d+$/.test(key)) looked += 1;
        const value = Reflect.get(target, key) as unknown;
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    const records = new RecordsAfter(counting);
    for (let at = text.indexOf(10), line = 1; line <= 900; at = text.indexOf(10, at + 1), line += 1)
      expect(records.after(at, line)).toEqual({ from: 50_901, to: 50_901 });
    expect(looked).toBeLessThan(3 * text.length);
  });

  test("that name many rules, or one often, are one problem at most", () => {
    const many = Array.from({ length: 200_000 }, (_, n) => `rule-${n}`).join(",");
    expect(read(`; zonewright-ignore ${many} -- x\na A 192.0.2.1\n`).problems).toHaveLength(1);
    const often = Array(100_000).fill("ttl-low").join(",");
    expect(read(`; zonewright-ignore ${often} -- x\na A 192.0.2.1\n`).ignores).toMatchObject([
      { rules: ["ttl-low"] },
    ]);
  });
});

describe("applied to findings", () => {
  const { ignores } = read("a CNAME b ; zonewright-ignore cname-dangling, ttl-low -- soon\n");

  test("they hide those of their rules on their lines, whole records included", () => {
    const found = [
      finding("cname-dangling", 1),
      finding("cname-dangling", 2),
      finding("other", 1),
      finding("ttl-low", 1, 3),
    ];
    const { kept, ignored, unused } = applyIgnores(found, ignores);
    expect(kept).toEqual([found[1], found[2]]);
    expect(ignored.map(({ diagnostic, by }) => [diagnostic, by.reason])).toEqual([
      [found[0], "soon"],
      [found[3], "soon"],
    ]);
    expect(unused).toEqual([]);
  });

  test("a rule of an ignore that hides nothing is reported at the comment", () => {
    expect(applyIgnores([finding("cname-dangling", 1)], ignores).unused).toMatchObject([
      {
        rule: "ignore-unused",
        line: 1,
        column: 11,
        message: "this hides nothing: ttl-low finds nothing there; delete it",
      },
    ]);
  });
});
