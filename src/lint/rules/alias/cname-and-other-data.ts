import { type RRType, TYPE, typeName } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { placeText } from "../../writing/index.ts";

export const cnameAndOtherData = {
  id: "cname-and-other-data",
  severity: "error",
  set: "recommended",
  structural: true,
  types: [TYPE.CNAME],
  summary: "A name that is an alias (CNAME) and also has other records.",
  rfc: "RFC 1034 §3.6.2, RFC 2181 §10.1",
  explanation:
    "An alias stands for all records of its target, so it can have none of its own; only DNSSEC's RRSIG, NSEC and KEY " +
    "may stand beside it. Nameservers refuse such a zone, or answer differently. Keep the CNAME or the other records.",
  examples: {
    fail: [
      exampleOrg(
        "an address beside the alias",
        `
        web A     192.0.2.1
        www CNAME web ;! cname-and-other-data CNAME
        www A     192.0.2.2
        `,
      ),
      exampleOrg(
        "upper and lower case are one name",
        `
        web A 192.0.2.1
        WWW TXT "site"
        www CNAME web ;! cname-and-other-data CNAME ;! name-case-variant www
        `,
      ),
    ],
    pass: [exampleOrg("an alias alone", "web A 192.0.2.1\nwww CNAME web")],
  },
  check({ zone, report }) {
    const crowded = new Set(zone.zone.crowdedAliases().map((row) => zone.zone.ownerKey(row)));
    for (const owner of crowded) {
      if (owner === zone.zone.apex) continue;
      const others = zone.zone.types(owner).filter((type) => !mayStandBeside.has(type));
      if (others.length === 0) continue;
      const row = zone.zone.rows(owner, TYPE.CNAME)[0]!;
      const named = others.map((type) => {
        const place = placeText(zone.zone, zone.zone.rows(owner, type)[0]!, row);
        return `${typeName(type)} (${place})`;
      });
      report({
        row,
        span: zone.tokens(row)?.type?.span,
        message: `${owner} is an alias (CNAME) and also has ${named.join(", ")}: keep one or the other`,
      });
    }
  },
} as const satisfies Rule;

const mayStandBeside: ReadonlySet<RRType> = new Set([TYPE.CNAME, TYPE.RRSIG, TYPE.NSEC, TYPE.KEY]);
