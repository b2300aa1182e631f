/** One zone of a rule's example. */
export interface ExampleZone {
  /** The zone's name, with its final dot. */
  readonly origin: string;
  /**
   * The zone's text. A comment `;! <rule> <text>` stands on each line with a finding and names the rule and the text
   * the finding points at; a finding without such a comment fails the example.
   */
  readonly text: string;
  /** Text of the zone on the base, for rules about changes. */
  readonly before?: string;
  readonly view?: string;
  readonly serial?: "managed" | "from-file";
}

/** What a rule catches, or lets pass; shown on its page and run as a test with all rules on. */
export interface RuleExample {
  readonly title: string;
  readonly zones: readonly ExampleZone[];
}

/** An example of one zone `example.org.`, with SOA and NS written out before `body`. */
export function exampleOrg(title: string, body: string): RuleExample {
  return { title, zones: [exampleZone("example.org.", body)] };
}

/** A zone of an example: the usual $TTL, SOA and NS, then `body` without the indentation its lines share. */
export function exampleZone(origin: string, body: string): ExampleZone {
  const head = [
    "$TTL 1h",
    "@ SOA ns.example.com. hostmaster.example.com. 1 2h 1h 14d 1h",
    "@ NS ns.example.com.",
  ];
  const lines = body.split("\n").filter((line) => line.trim() !== "");
  const indent = Math.min(...lines.map((line) => line.search(/\S/)));
  return { origin, text: `${[...head, ...lines.map((line) => line.slice(indent))].join("\n")}\n` };
}

/**
 * An example for rules about the serial: a zone that had the serial `before` and no records beside SOA and NS, and now
 * has the serial `after` and the records `now`. `flag` is the rule expected to point at the serial.
 */
export function serialExample(
  title: string,
  about: { before: number; after: number; now: string; flag?: string; serial?: "managed" | "from-file" },
): RuleExample {
  const { before, after, now, flag, serial = "from-file" } = about;
  const text = (number: number, mark: string): string =>
    `$TTL 1h\n@ SOA ns.example.com. hostmaster.example.com. ${number} 2h 1h 14d 1h${mark}\n@ NS ns.example.com.\n`;
  const mark = flag ? ` ;! ${flag} ${after}` : "";
  const zone = {
    origin: "example.org.",
    text: `${text(after, mark)}${now}\n`,
    before: text(before, ""),
    serial,
  };
  return { title, zones: [zone] };
}
