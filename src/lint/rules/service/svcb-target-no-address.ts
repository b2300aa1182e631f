import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { bindings, bindingTypes, effectiveTarget } from "../../service/index.ts";
import { targetTokenOf } from "../../targets/index.ts";
import { resolve } from "../../world.ts";

export const svcbTargetNoAddress = {
  id: "svcb-target-no-address",
  severity: "error",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: bindingTypes,
  summary: "An SVCB or HTTPS record whose host is in the repository and has no address.",
  rfc: "RFC 9460 §2.5, RFC 9460 §3",
  explanation:
    "Clients cannot connect to the service there; hints of addresses in the record do not replace them. Add the host's A " +
    "or AAAA record. The host `.` is the record's own name. An alias may also lead to another record of its type.",
  examples: {
    fail: [
      exampleOrg(
        "a host that does not exist, and a name of its own without address",
        `
        www HTTPS 1 web alpn=h2 ;! svcb-target-no-address web
        api HTTPS 1 . alpn=h2 ;! svcb-target-no-address .
        old HTTPS 0 web ;! svcb-target-no-address web
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "hosts with an address, elsewhere, and an alias of a service",
        `
        www HTTPS 1 web
        web AAAA  2001:db8::1
        api HTTPS 1 cdn.example.com.
        old HTTPS 0 api
        off HTTPS 0 .
        `,
      ),
    ],
  },
  check(context) {
    const { zone, world, report } = context;
    for (const binding of bindings(context)) {
      const { row, priority, target } = binding;
      const owner = zone.zone.owner(row);
      // As an alias "." says that the service is not offered; names with an underscore are no hosts (RFC 9460 §2.3).
      if (target === "." && (priority === 0 || owner.startsWith("_"))) continue;
      const name = effectiveTarget(owner, binding);
      const found = world.addresses(name, zone.view);
      if (found !== "none" && found !== "absent") continue;
      if (priority === 0 && resolve(world, zone.view, name, zone.zone.type(row))?.rdata.length !== 0)
        continue;
      const what = found === "absent" ? "does not exist" : "has no A or AAAA record";
      const message = `${name} ${what}: clients cannot connect to the service there`;
      report({ row, span: targetTokenOf(zone, row)?.span, message });
    }
  },
} as const satisfies Rule;
