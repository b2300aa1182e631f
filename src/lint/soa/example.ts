import type { RuleExample } from "../example.ts";

/**
 * An example of a zone `example.org.` with this data in its SOA, and the comments that say what is found there; `body`
 * are records that stand beside SOA and NS now.
 */
export function soaExample(
  title: string,
  soa: string,
  more: {
    readonly flags?: readonly string[];
    readonly before?: string;
    readonly body?: string;
    readonly serial?: "managed" | "from-file";
    readonly at?: string;
  } = {},
): RuleExample {
  const { flags = [], before, body = "", serial, at } = more;
  const text = (data: string, marks: readonly string[], records: string) =>
    `$TTL 1h\n@ SOA ${data}${marks.map((mark) => ` ;! ${mark}`).join("")}\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n${records}`;
  const zone = {
    origin: "example.org.",
    text: text(soa, flags, body),
    ...(before !== undefined && { before: text(before, [], "") }),
    ...(serial && { serial }),
  };
  return { title, zones: [zone], ...(at !== undefined && { at }) };
}
