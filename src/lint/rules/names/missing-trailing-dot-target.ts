import type { Name } from "../../../dns/index.ts";
import { exampleOrg, exampleZone } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";
import { addDot, type DotEvidence, dotEvidence, mayLackDot } from "../../writing/index.ts";

export const missingTrailingDotTarget = {
  id: "missing-trailing-dot-target",
  severity: "error",
  set: "recommended",
  structural: false,
  summary:
    "A target without final dot, which was completed with the origin and so became a name that does not exist.",
  rfc: "RFC 1035 §5.1",
  explanation:
    'In a zone file a name without final dot continues with the origin: in example.org, "web.example.net" means ' +
    "web.example.net.example.org. The rule reports a target that was completed to a name that does not exist, when " +
    "the name as written exists in a zone of the repository, already ends with the origin, or ends with a top-level " +
    "domain of the Internet. Add the final dot.",
  supersedes: [
    "name-repeats-origin",
    "cname-dangling",
    "ns-target-no-address",
    "ns-missing-glue",
    "mx-target-no-address",
    "srv-target-no-address",
    "svcb-target-no-address",
  ],
  examples: {
    fail: [
      exampleOrg(
        "a name outside, by its top-level domain",
        "www CNAME nycmeshnet.github.io ;! missing-trailing-dot-target nycmeshnet.github.io",
      ),
      exampleOrg(
        "a name that already ends with the zone's",
        `
        web A 192.0.2.1
        www CNAME web.example.org ;! missing-trailing-dot-target web.example.org
        @   MX    10 mail.example.org ;! missing-trailing-dot-target mail.example.org
        _sip._tcp SRV 0 0 5060 web.example.org ;! missing-trailing-dot-target web.example.org
        `,
      ),
      exampleOrg(
        "a wildcard answers for the completed name, but that is not what was meant",
        `
        *   A     192.0.2.1
        www CNAME web.example.org ;! missing-trailing-dot-target web.example.org ;! cname-chain-through-wildcard web.example.org
        `,
      ),
      {
        title: "a name of another zone of the repository",
        zones: [
          exampleZone("db.internal.", "one CNAME db.example.com."),
          exampleZone(
            "example.org.",
            "db CNAME one.db.internal ;! missing-trailing-dot-target one.db.internal",
          ),
        ],
      },
      exampleOrg(
        "a delegation to nameservers elsewhere",
        `
        lab NS ns1.example.net ;! missing-trailing-dot-target ns1.example.net
        lab NS ns2.example.net.
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "relative targets that exist",
        `
        web.app A 192.0.2.1
        www CNAME web.app
        @   MX    10 web.app
        `,
      ),
      exampleOrg("absolute targets", "www CNAME nycmeshnet.github.io."),
      exampleOrg(
        "a relative name that only a wildcard answers, and nothing says it was meant otherwise",
        `
        *.app     A   192.0.2.1
        _sip._tcp SRV 0 0 5060 shop.app
        `,
      ),
    ],
  },
  check({ zone, world, references, report }) {
    const possible = new Map<Name, boolean>();
    for (const reference of references()) {
      if (world.standingOf(reference, zone) === "exists") continue;
      const { row, target } = reference;
      const isPossible = possible.get(target) ?? mayLackDot(world, zone, target);
      possible.set(target, isPossible);
      if (!isPossible) continue;
      const token = targetTokenOf(zone, row);
      const found = token && dotEvidence(world, zone, token, target);
      if (!found) continue;
      report(() => ({
        span: token.span,
        message: `"${token.text}" has no final dot and so means ${target}, which ${found.standing}; probably ${found.meant} was meant: ${reasons[found.because]}`,
        fix: addDot(token),
      }));
    }
  },
} as const satisfies Rule;

const reasons: Record<DotEvidence["because"], string> = {
  "exists-in-repository": "that name exists in this repository",
  "ends-with-origin": "it already ends with the origin",
  "ends-with-tld": "it ends with a top-level domain",
};
