import type { Fix } from "../../../diagnostic/index.ts";
import type { Token } from "../../../zonefile/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { bindings, bindingTypes, parameterTokens } from "../../service/index.ts";

/** Keys registered after the servers' versions that are in wide use were made, with their numbers. */
const newKeys: readonly (readonly [name: string, number: number])[] = [
  ["ohttp", 8],
  ["tls-supported-groups", 9],
];

export const svcbUnknownKey = {
  id: "svcb-unknown-key",
  severity: "warning",
  set: "recommended",
  structural: false,
  concerns: ["bind", "knot", "nsd"],
  types: bindingTypes,
  summary: "A service parameter (SVCB, HTTPS) by a name that is newer than many nameservers.",
  rfc: "RFC 9460 §14.3",
  explanation:
    "BIND 9.18, Knot DNS 3.2 and NSD 4.6 do not know the names `ohttp` and `tls-supported-groups`, and refuse the whole " +
    "zone. Every server takes a parameter by its number: `key8` is ohttp, and a value behind `key9` is written as octets.",
  examples: {
    fail: [
      exampleOrg(
        "by name",
        `
        @ HTTPS 1 . alpn=h2 ohttp ;! svcb-unknown-key ohttp
        @ HTTPS 2 . tls-supported-groups=29,23 alpn=h2 ;! svcb-unknown-key tls-supported-groups=29,23
        @ A 192.0.2.1
        `,
      ),
    ],
    pass: [exampleOrg("by number", "@ HTTPS 1 . alpn=h2 key8\n@ A 192.0.2.1")],
  },
  check(context) {
    for (const { row, parameters } of bindings(context)) {
      for (const [name, number] of newKeys) {
        const value = parameters.get(number);
        const tokens = value === undefined ? [] : parameterTokens(context.zone, row, name);
        const [first, last] = [tokens[0]?.span, tokens.at(-1)?.span];
        if (!value || !first || !last) continue;
        const message = `${name} is a new name: BIND 9.18, Knot DNS 3.2 and NSD 4.6 refuse the zone for it; key${number} is the same`;
        const span = { ...last, line: first.line, column: first.column };
        context.report({ row, span, message, fix: byNumber(tokens, `key${number}`, value) });
      }
    }
  },
} as const satisfies Rule;

/** Writes the key's number, and its value as octets. */
function byNumber(tokens: readonly Token[], key: string, value: Uint8Array): Fix {
  const { line, column } = tokens[0]!.span;
  const { endLine, endColumn } = tokens.at(-1)!.span;
  const octets = Array.from(value, (octet) => `\\${String(octet).padStart(3, "0")}`).join("");
  const text = octets === "" ? key : `${key}="${octets}"`;
  return { title: `write it as ${key}`, edits: [{ line, column, endLine, endColumn, text }] };
}
