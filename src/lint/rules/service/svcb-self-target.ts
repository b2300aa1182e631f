import { type Name, nameKey } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule, RuleContext } from "../../rule.ts";
import { bindings, bindingTypes, readBinding } from "../../service/index.ts";
import { targetTokenOf } from "../../targets/index.ts";
import { resolve } from "../../world.ts";

/** Aliases followed for one record: more than clients follow. */
const mostSteps = 8;

export const svcbSelfTarget = {
  id: "svcb-self-target",
  severity: "error",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: bindingTypes,
  summary: "An SVCB or HTTPS alias that leads back to its own name.",
  rfc: "RFC 9460 §2.4.2, RFC 9460 §3",
  explanation:
    "A record with priority 0 is an alias. One that leads to itself, be it through others, has clients go round and give " +
    "up. For the name's own service write priority 1 and the host `.`.",
  examples: {
    fail: [
      exampleOrg(
        "to itself, and through another",
        `
        www HTTPS 0 www ;! svcb-self-target www
        a   HTTPS 0 b ;! svcb-self-target b
        b   HTTPS 0 a ;! svcb-self-target a
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "the name's own service, and an alias of it",
        `
        www HTTPS 1 . alpn=h2
        www A     192.0.2.1
        @   HTTPS 0 www
        `,
      ),
    ],
  },
  check(context) {
    const { zone, report } = context;
    for (const { row, priority, target } of bindings(context)) {
      if (priority !== 0 || target === ".") continue;
      const owner = zone.zone.ownerKey(row);
      const way = wayBack(context, owner, target, zone.zone.type(row));
      if (!way) continue;
      const message = `this alias leads back to its own name: ${way.join(" to ")}`;
      report({ row, span: targetTokenOf(zone, row)?.span, message });
    }
  },
} as const satisfies Rule;

/** The names from the owner by aliases to the owner again; undefined where there is no such way. */
function wayBack(
  { world, zone }: RuleContext,
  owner: Name,
  target: Name,
  type: number,
): readonly Name[] | undefined {
  const way = [owner];
  for (let at = target; way.length < mostSteps; ) {
    way.push(at);
    if (nameKey(at) === owner) return way;
    const found = resolve(world, zone.view, at, type);
    const alias = found?.rows
      .map((row) => readBinding(row, found.zone.zone.rdata(row)))
      .find((binding) => binding.priority === 0 && binding.target !== ".");
    if (!alias) return undefined;
    at = alias.target;
  }
  return undefined;
}
