import { describe, expect, test } from "@jest/globals";
import { formatDiagnostics } from "../../src/diagnostic/index.ts";
import { dot, duplicate, hostile } from "./findings.ts";

interface Element {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Element[];
  text: string;
}

const entities: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&#10;": "\n",
  "&#9;": "\t",
};

/** Reads the little of XML 1.0 that a report needs, and nothing that is not well-formed. */
function readXml(text: string): Element {
  expect(text).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  const declaration = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/.exec(text)![0];
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const token = /<\/([\w-]+)>|<([\w-]+)((?: [\w-]+="[^"<&]*(?:&[#\w]+;[^"<&]*)*")*)(\/?)>|([^<]+)/y;
  for (token.lastIndex = declaration.length; token.lastIndex < text.length; ) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (!match) throw new Error(`not well-formed at ${at}: ${text.slice(at, at + 60)}`);
    const [, end, start, attributes = "", empty, data] = match;
    const parent = open.at(-1)!;
    if (data !== undefined) parent.text += unescaped(data);
    else if (end !== undefined) expect(open.pop()!.name).toBe(end);
    else {
      const pairs = [...attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)];
      const element: Element = {
        name: start!,
        attributes: Object.fromEntries(pairs.map(([, name, value]) => [name, unescaped(value!)])),
        children: [],
        text: "",
      };
      expect(Object.keys(element.attributes)).toHaveLength(pairs.length);
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  expect(open).toEqual([root]);
  expect(root.children).toHaveLength(1);
  return root.children[0]!;
}

function unescaped(text: string): string {
  return text.replace(/&[^;]*;?/g, (entity) => {
    expect(Object.keys(entities)).toContain(entity);
    return entities[entity]!;
  });
}

describe("junit", () => {
  test("is a suite a file and a case a finding; only errors fail", () => {
    const report = formatDiagnostics([dot, duplicate], "junit", {
      judged: ["zones/good.zone", "zones/example.org.zone"],
    });
    expect(report).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="zonewright" tests="3" failures="1" errors="0">
  <testsuite name="zones/example.org.zone" tests="2" failures="1" errors="0">
    <testcase classname="zones/example.org.zone" name="rr-duplicate at 1:1"><system-out>zones/example.org.zone:1:1: warning: already there</system-out></testcase>
    <testcase classname="zones/example.org.zone" name="missing-trailing-dot-target at 2:11"><failure type="missing-trailing-dot-target" message="web.example.net was probably meant">zones/example.org.zone:2:11: error: web.example.net was probably meant
To fix: end the name with a dot</failure></testcase>
  </testsuite>
  <testsuite name="zones/good.zone" tests="1" failures="0" errors="0">
    <testcase classname="zones/good.zone" name="no findings"/>
  </testsuite>
</testsuites>
`);
    expect(readXml(report).children.map(({ children }) => children.length)).toEqual([2, 1]);
  });

  test("is a report without suites where nothing was judged", () => {
    const root = readXml(formatDiagnostics([], "junit"));
    expect(root).toMatchObject({ name: "testsuites", attributes: { tests: "0" }, children: [] });
  });

  test("is well-formed whatever names and messages hold, and shows what would be invisible", () => {
    const [suite] = readXml(formatDiagnostics([{ ...hostile, severity: "error" }], "junit")).children;
    expect(suite!.attributes.name).toBe("zö nes/a&b<c>\"d'e:%#?\\u{7}\ufffd.zone");
    expect(suite!.children[0]!.children[0]!.attributes.message).toBe(
      "[click](https://evil.example) {0} ]]> & <b> \\u{0}\\u{1b}[31m\\u{202e}\ufffd\ufffd\\u{d}\n\tend",
    );
  });
});
