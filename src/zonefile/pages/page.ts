/** A file of the zone `example.org.` that shows what a rule finds, or lets pass. */
export interface ParserExample {
  readonly title: string;
  /**
   * The file. A comment `;! <rule> <text>` stands on a line with a finding and names the rule and the text it points at;
   * without text it points at the end of what stands before the comment.
   */
  readonly text: string;
  /** Findings on lines where no comment can stand: `line:column rule`. All that is found is told in one of the two ways. */
  readonly found?: readonly string[];
  /** Files that it includes, by their path from its directory; comments in them tell what is found there. */
  readonly includes?: Readonly<Record<string, string>>;
}

/** What a rule of the parser has to say for itself. Its examples are shown on its page and run as tests, all rules on. */
export interface ParserRulePage {
  /** Why it matters, what servers do, and what to do. */
  readonly explanation: string;
  readonly examples: { readonly fail: readonly ParserExample[]; readonly pass: readonly ParserExample[] };
}

type More = Pick<ParserExample, "found" | "includes">;

/** An example of these lines. */
export function wholeFile(title: string, lines: readonly string[], more: More = {}): ParserExample {
  return { title, text: `${lines.join("\n")}\n`, ...more };
}

/** An example of the usual $TTL, SOA and NS, and then these lines, the first of which is line 5. */
export function example(title: string, lines: readonly string[], more: More = {}): ParserExample {
  const head = [
    "$TTL 1h",
    "@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h",
    "@ NS ns1.example.com.",
    "@ NS ns2.example.com.",
  ];
  return wholeFile(title, [...head, ...lines], more);
}

/** The example without its last line feed. */
export function withoutLineEnd(example: ParserExample): ParserExample {
  return { ...example, text: example.text.slice(0, -1) };
}
