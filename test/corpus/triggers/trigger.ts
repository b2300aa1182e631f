/** A zone with one thing wrong that a tool looks for, and the rule of ours that is to find it too. */
export interface Trigger {
  /** What the tool calls it: its message, or the name of the check in its source. */
  readonly check: string;
  /** Of ours; it says so whatever the tool does. */
  readonly rule: string;
  /** With its final dot. */
  readonly origin: string;
  /** The zone's file, and what it includes, by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** The path of a zone's own file. */
export const ZONE_FILE = "example.zone";

/** What stands before the one thing in `example.org.`: nobody has anything to say of it. */
export const HEAD = `$TTL 1h
@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h
@ NS ns1.example.com.
@ NS ns2.example.com.
`;

/** A trigger in `example.org.`: its records after the usual SOA and NS, one a line. */
export function trigger(check: string, rule: string, ...records: readonly string[]): Trigger {
  return whole(check, rule, `${HEAD}${records.join("\n")}\n`);
}

/** A trigger that is the whole file. */
export function whole(
  check: string,
  rule: string,
  text: string,
  more: { readonly origin?: string; readonly includes?: Readonly<Record<string, string>> } = {},
): Trigger {
  const { origin = "example.org.", includes = {} } = more;
  return { check, rule, origin, files: { [ZONE_FILE]: text, ...includes } };
}
