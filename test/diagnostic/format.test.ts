import { describe, expect, test } from "@jest/globals";
import { type Diagnostic, formatDiagnostics } from "../../src/diagnostic/index.ts";
import { dot, duplicate } from "./findings.ts";

const source = (file: string) =>
  file === "zones/example.org.zone"
    ? "www A 192.0.2.1\r\nweb CNAME web.example.net ; the site\r\n"
    : undefined;

describe("text", () => {
  test("shows position, message, rule, the line with a caret under the spot, and the fix", () => {
    expect(formatDiagnostics([dot, duplicate], "text", { source })).toBe(
      `zones/example.org.zone:1:1: warning: already there [rr-duplicate]
   1 | www A 192.0.2.1
     | ^^^^^
zones/example.org.zone:2:11: error: web.example.net was probably meant [missing-trailing-dot-target]
   2 | web CNAME web.example.net ; the site
     |           ^^^^^^^^^^^^^^^
       fix: end the name with a dot
`,
    );
  });

  test("does without the source", () => {
    expect(formatDiagnostics([duplicate], "text")).toBe(
      "zones/example.org.zone:1:1: warning: already there [rr-duplicate]\n",
    );
  });

  test("keeps tabs before the spot, so that the caret stands under it", () => {
    const text = formatDiagnostics(
      [{ ...duplicate, line: 2, column: 11, endLine: 2, endColumn: 13 }],
      "text",
      { source: () => "x\n\t\tA\tbé.c\td..e" },
    );
    expect(text.split("\n")[2]).toBe("     | \t\t \t    \t ^^");
  });

  test("marks to the end of the line what goes on in the next", () => {
    const text = formatDiagnostics([{ ...duplicate, endLine: 2, endColumn: 3, column: 5 }], "text", {
      source,
    });
    expect(text).toContain("1 | www A 192.0.2.1\n     |     ^^^^^^^^^^^\n");
  });

  test("cuts a long line around the spot", () => {
    const line = `${"a".repeat(5000)}HERE${"b".repeat(5000)}`;
    const text = formatDiagnostics([{ ...duplicate, column: 5001, endColumn: 5005 }], "text", {
      source: () => line,
    });
    const [, shown, marks] = text.split("\n");
    expect(shown!.length).toBeLessThan(140);
    expect(shown!.indexOf("HERE")).toBe(marks!.indexOf("^^^^"));
  });

  test("lets nothing from outside move the cursor or forge lines", () => {
    const text = formatDiagnostics(
      [{ ...duplicate, message: "a\u001b[31m\nb\u202e", file: "a\u0007" }],
      "text",
      { source: () => "x\u001b[2J" },
    );
    expect(text).toBe(
      "a\\u{7}:1:1: warning: a\\u{1b}[31m b\\u{202e} [rr-duplicate]\n   1 | x\\u{1b}[2J\n     | ^^^^^^^^^^\n",
    );
  });

  test("colours when asked", () => {
    expect(formatDiagnostics([dot], "text", { colour: true })).toContain("\u001b[31merror\u001b[39m");
    expect(formatDiagnostics([dot], "text", { colour: false })).not.toContain("\u001b");
  });
});

describe("json", () => {
  test("has exactly the documented keys, in order of file, line and column", () => {
    const stray = { ...dot, stray: 1 } as Diagnostic;
    expect(JSON.parse(formatDiagnostics([stray, duplicate], "json"))).toStrictEqual([duplicate, dot]);
  });

  test("is an empty list when nothing was found", () => {
    expect(formatDiagnostics([], "json")).toBe("[]\n");
  });
});

describe("github", () => {
  test("is a workflow command with place, title and fix", () => {
    expect(formatDiagnostics([dot], "github")).toBe(
      "::error file=zones/example.org.zone,line=2,endLine=2,col=11,endColumn=26,title=missing-trailing-dot-target::" +
        "web.example.net was probably meant%0ATo fix: end the name with a dot\n",
    );
  });

  test("leaves out columns over several lines, which the runner refuses", () => {
    expect(formatDiagnostics([{ ...duplicate, endLine: 3 }], "github")).toMatch(/line=1,endLine=3,title=/);
  });

  test("calls an info a notice", () => {
    expect(formatDiagnostics([{ ...duplicate, severity: "info" }], "github")).toMatch(/^::notice /);
  });

  test("lets no file name or message start another command or property", () => {
    const text = formatDiagnostics(
      [{ ...duplicate, file: "a,line=9:b\n::error::x", message: "50%\r\n::set-output::x%0A" }],
      "github",
    );
    expect(text).toBe(
      "::warning file=a%2Cline=9%3Ab%0A%3A%3Aerror%3A%3Ax,line=1,endLine=1,col=1,endColumn=6,title=rr-duplicate::" +
        "50%25%0D%0A::set-output::x%250A\n",
    );
  });
});
