import type { Fix } from "../../../diagnostic/index.ts";
import { ipv6ToText, type RRType, TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import {
  bindings,
  bindingTypes,
  effectiveTarget,
  parameterKeys,
  parameterTokens,
} from "../../service/index.ts";
import { type Addresses, resolve } from "../../world.ts";
import type { LintZone } from "../../zone.ts";

const hints: readonly {
  readonly name: "ipv4hint" | "ipv6hint";
  readonly type: RRType;
  readonly size: number;
}[] = [
  { name: "ipv4hint", type: TYPE.A, size: 4 },
  { name: "ipv6hint", type: TYPE.AAAA, size: 16 },
];

export const svcbHintMismatch = {
  id: "svcb-hint-mismatch",
  severity: "warning",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: bindingTypes,
  summary: "An SVCB or HTTPS record with a hint that is not an address of its host.",
  rfc: "RFC 9460 §7.3",
  explanation:
    "Clients may connect to the addresses in ipv4hint and ipv6hint before they have asked for the host's own. After a " +
    "move the hints go on leading to the old place. Write the addresses that the host has, or no hints.",
  examples: {
    fail: [
      exampleOrg(
        "the host has moved",
        `
        @   HTTPS 1 web alpn=h2 ipv4hint=192.0.2.9 ;! svcb-hint-mismatch ipv4hint=192.0.2.9
        web A     192.0.2.1
        web A     192.0.2.2
        `,
      ),
      exampleOrg(
        "in quotes",
        `
        @   HTTPS 1 web ipv6hint="2001:db8::9,2001:db8::1" alpn=h2 ;! svcb-hint-mismatch ipv6hint="2001:db8::9,2001:db8::1"
        web AAAA  2001:db8::1
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "some of the host's addresses, and a host elsewhere",
        `
        @   HTTPS 1 web ipv4hint=192.0.2.1
        web A     192.0.2.1
        web A     192.0.2.2
        www HTTPS 1 web.example.com. ipv4hint=192.0.2.9
        `,
      ),
    ],
  },
  check(context) {
    const { zone, world, report } = context;
    for (const binding of bindings(context)) {
      for (const { name, type, size } of hints) {
        const value = binding.parameters.get(parameterKeys[name]);
        if (value === undefined) continue;
        const { row } = binding;
        const host = effectiveTarget(zone.zone.owner(row), binding);
        const found = resolve(world, zone.view, host, type);
        if (!found) continue;
        const actual = found.rdata.map(textOf);
        const hinted = Array.from({ length: value.length / size }, (_, at) =>
          textOf(value.subarray(at * size, (at + 1) * size)),
        );
        const foreign = hinted.filter((address) => !actual.includes(address));
        if (foreign.length === 0 || lacksAddress(world.addresses(host, zone.view))) continue;
        const tokens = parameterTokens(zone, row, name);
        const [first, last] = [tokens[0]?.span, tokens.at(-1)?.span];
        const message = `${foreign.join(", ")} in ${name} is no address of ${host}, which has ${actual.join(", ") || "none"}`;
        const fix = actual.length === 0 ? undefined : rewrite(zone, row, name, actual.join(","));
        report({
          row,
          span: first && last && { ...last, line: first.line, column: first.column },
          message,
          fix,
        });
      }
    }
  },
} as const satisfies Rule;

/** That the host has no address at all is another rule. */
function lacksAddress(found: Addresses): boolean {
  return found === "none" || found === "absent";
}

function textOf(address: Uint8Array): string {
  return address.length === 16 ? ipv6ToText(address) : address.join(".");
}

/** Writes the host's addresses as the value of the parameter. */
function rewrite(zone: LintZone, row: number, name: string, value: string): Fix | undefined {
  const tokens = parameterTokens(zone, row, name);
  const [first, last] = [tokens[0]?.span, tokens.at(-1)?.span];
  if (!first || !last) return undefined;
  const { line, column } = first;
  const { endLine, endColumn } = last;
  const text = `${name}=${value}`;
  return { title: `write ${text}`, edits: [{ line, column, endLine, endColumn, text }] };
}
