import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { bindings, bindingTokens, bindingTypes } from "../../service/index.ts";

export const svcbAliasParams = {
  id: "svcb-alias-params",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: bindingTypes,
  summary: "Parameters of an SVCB or HTTPS record with priority 0, which is an alias.",
  rfc: "RFC 9460 §2.4.2",
  explanation:
    "Priority 0 makes the record an alias of another name, and clients ignore its parameters. Set the priority to 1 if " +
    "the record describes a service, or take the parameters out.",
  examples: {
    fail: [
      exampleOrg("an alias with alpn", "@ HTTPS 0 www.example.com. alpn=h2 ;! svcb-alias-params alpn=h2"),
    ],
    pass: [
      exampleOrg("a service, and an alias", "@ HTTPS 0 www.example.com.\na HTTPS 1 www.example.com. alpn=h2"),
    ],
  },
  check(context) {
    for (const { row, priority, parameters } of bindings(context)) {
      if (priority !== 0 || parameters.size === 0) continue;
      const span = bindingTokens(context.zone, row)[2]?.span;
      const message =
        "priority 0 makes this an alias, whose parameters are ignored: write 1 for a service, or take them out";
      context.report({ row, span, message });
    }
  },
} as const satisfies Rule;
