import { example, type ParserRulePage } from "./page.ts";

export const encTabsMixed: ParserRulePage = {
  explanation:
    "What is aligned in one editor is not in another. It changes nothing that is served. The first place " +
    "is told that is not as most of the file; `zonewright fmt` aligns all of it with spaces.",
  examples: {
    fail: [example("tabs in a file with spaces", ["www\tA 192.0.2.1"], { found: ["5:4 enc-tabs-mixed"] })],
    pass: [example("spaces everywhere but before a comment", ["www A 192.0.2.1\t; the web server"])],
  },
};
