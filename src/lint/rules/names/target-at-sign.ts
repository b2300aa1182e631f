import { typeName } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { targetsWith, targetTokenOf } from "../../targets/index.ts";

export const targetAtSign = {
  id: "target-at-sign",
  severity: "warning",
  set: "recommended",
  structural: false,
  summary: "A target with an @ in it, which is only a character there.",
  rfc: "RFC 1035 §5.1",
  explanation:
    "@ stands for the origin only where it stands alone. Inside a name it is a character that no host name has, and " +
    "Knot DNS refuses the zone for it. Write the name in full, and the host without the local part of a mailbox.",
  supersedes: ["hostname-chars", "missing-trailing-dot-target", "cname-dangling", "mx-target-no-address"],
  examples: {
    fail: [
      exampleOrg(
        "a mailbox where a host belongs",
        `
        www CNAME web@example.net. ;! target-at-sign web@example.net.
        @   MX    10 ann@mail.example.net. ;! target-at-sign ann@mail.example.net.
        `,
      ),
    ],
    pass: [exampleOrg("the origin", "www CNAME @\n@ A 192.0.2.1")],
  },
  check({ zone, report }) {
    for (const row of targetsWith(zone.zone, "@")) {
      const token = targetTokenOf(zone, row);
      if (!token || token.text === "@" || !token.text.replace(/\\./g, "").includes("@")) continue;
      const host = token.text.slice(token.text.lastIndexOf("@") + 1);
      const instead = host === "" || host === "." ? "" : `: write the host, ${host}`;
      report({
        row,
        span: token.span,
        message: `"@" in "${token.text}" is an ordinary character, and ${typeName(zone.zone.type(row))} points at a name that nobody has${instead}`,
      });
    }
  },
} as const satisfies Rule;
