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
  /** Files that the text includes, by path. */
  readonly includes?: Readonly<Record<string, string>>;
}

/** What a rule catches, or lets pass; shown on its page and run as a test with all rules on. */
export interface RuleExample {
  readonly title: string;
  readonly zones: readonly ExampleZone[];
  /** The snapshot's clock, as ISO 8601; 2026-01-01 where it does not matter. */
  readonly at?: string;
  /** Files of the repository beside the zones and what they include. */
  readonly paths?: readonly string[];
  /** Findings in those: `path:line:column rule`. */
  readonly elsewhere?: readonly string[];
}

/** An example of one zone `example.org.`, with SOA and NS written out before `body`. */
export function exampleOrg(title: string, body: string): RuleExample {
  return { title, zones: [exampleZone("example.org.", body)] };
}

/** A zone of an example: the usual $TTL, SOA and NS, then `body` without the indentation its lines share. */
export function exampleZone(origin: string, body: string): ExampleZone {
  const head = [
    "$TTL 1h",
    "@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h",
    "@ NS ns1.example.com.",
    "@ NS ns2.example.com.",
  ];
  const lines = body.split("\n").filter((line) => line.trim() !== "");
  const indent = lines.length === 0 ? 0 : Math.min(...lines.map((line) => line.search(/\S/)));
  return { origin, text: `${[...head, ...lines.map((line) => line.slice(indent))].join("\n")}\n` };
}

/** An example of a change to the zone `example.org.`: `before` and `now` are its records beside SOA and NS. */
export function changeExample(title: string, about: { before: string; now: string }): RuleExample {
  const zone = exampleZone("example.org.", about.now);
  return { title, zones: [{ ...zone, before: exampleZone("example.org.", about.before).text }] };
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
    `$TTL 1h\n@ SOA ns1.example.com. hostmaster.example.com. ${number} 4h 1h 14d 1h${mark}\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n`;
  const mark = flag ? ` ;! ${flag} ${after}` : "";
  const zone = {
    origin: "example.org.",
    text: `${text(after, mark)}${now}\n`,
    before: text(before, ""),
    serial,
  };
  return { title, zones: [zone] };
}
