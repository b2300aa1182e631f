import { describe, expect, test } from "@jest/globals";
import {
  codeBlock,
  codeSpan,
  escapeMarkdown,
  markdownSentence,
  showInvisible,
  tableRow,
} from "../../src/base/index.ts";

describe("text from outside", () => {
  test.each([
    ["a name as it is", "edge.acme-cdn.example. 300", "edge.acme-cdn.example. 300"],
    ["markup", "*a* _b_ [c](d) ~e~ `f`", "\\*a\\* \\_b\\_ \\[c\\](d) \\~e\\~ \\`f\\`"],
    ["HTML", "<img src=x> & <!-- hidden -->", "&lt;img src=x&gt; &amp; &lt;!-- hidden --&gt;"],
    ["mentions", "@acme/admins", "@\u2060acme/admins"],
    ["issue references", "fixes #1, acme/dns#2 and GH-3", "fixes \\#1, acme/dns\\#2 and GH-\u20603"],
    ["links", "https://evil.example www.evil.example", "https:\u2060//evil.example www\u2060.evil.example"],
    ["a heading over two lines", "a\n# b", "a \\# b"],
    ["a list item at its start", "- a - b", "\\- a - b"],
    ["a numbered item at its start", "1. a", "1\\. a"],
    ["an address", "192.0.2.1 port 53", "192.0.2.1 port 53"],
    ["a table's cell", "a | b", "a | b"],
    ["direction changes", "a\u202eb", "a\\\\u{202e}b"],
  ])("%s is inert", (_name, text, shown) => {
    expect(escapeMarkdown(text)).toBe(shown);
  });

  test.each([
    ["names are code", "www.a.example. leads to b.example.", "`www.a.example.` leads to `b.example.`"],
    [
      "with marks around them",
      '"*.a.example." (_x._tcp.a.example.):',
      '"`*.a.example.`" (`_x._tcp.a.example.`):',
    ],
    ["the rest is escaped", "`a.b. *c*", "\\``a.b.` \\*c\\*"],
    [
      "what only looks like one",
      "see a.b.c or d. \\a.b. or a.b.\\032c.",
      "see a.b.c or d. \\\\a.b. or a.b.\\\\032c.",
    ],
  ])("in a sentence: %s", (_name, text, shown) => {
    expect(markdownSentence(text)).toBe(shown);
  });

  test("stays inside a code span, whatever backticks it has", () => {
    expect(codeSpan("a``b")).toBe("```a``b```");
    expect(codeSpan("`")).toBe("`` ` ``");
    expect(codeSpan("a\nb")).toBe("`a b`");
  });

  test("stays inside a code block, whatever fences it has", () => {
    expect(codeBlock("````\nx", "diff")).toBe("`````diff\n````\nx\n`````");
  });

  test("stays inside a table's cell", () => {
    expect(tableRow(["a|b", "c\nd"])).toBe("| a\\|b | c d |");
  });

  test("hides nothing", () => {
    expect(showInvisible("a\u200bb\u0007\n\tc")).toBe("a\\u{200b}b\\u{7}\n\tc");
  });

  test.each([
    ...[0x00ad, 0x034f, 0x061c, 0x115f, 0x1160, 0x180e, 0x200b, 0x200f, 0x2028, 0x202e, 0x2060, 0x2069],
    ...[0x3164, 0xfe00, 0xfe0f, 0xfeff, 0xffa0, 0xe0000, 0xe0041, 0xe007f, 0xe0100],
  ])("U+%d shows", (code) => {
    expect(showInvisible(`a${String.fromCodePoint(code)}b`)).toBe(`a\\u{${code.toString(16)}}b`);
  });

  test("leaves what is seen", () => {
    for (const text of ["café", "\u{1f600}", "한글", "日本", "عربي"]) expect(showInvisible(text)).toBe(text);
  });
});
