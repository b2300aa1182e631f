import { nameFromWire, TYPE, type Zone } from "../../../dns/index.ts";
import type { ExampleZone } from "../../example.ts";
import {
  hasPlaceholderLabel,
  isDocumentationName,
  markCharacters,
  placeholderIn,
  placeholderInName,
} from "../../known/index.ts";
import { targetPlaces } from "../../references.ts";
import type { Rule, RuleContext } from "../../rule.ts";
import { soaToken } from "../../soa/index.ts";
import { foreignTargets, targetsWith, targetTokenOf } from "../../targets/index.ts";
import { ownerLabelsWith } from "../../tree/index.ts";

const radio = (body: string): ExampleZone => ({
  origin: "harbour-radio.net.",
  text: `$TTL 1h\n@ SOA ns1.dns-harbour.net. hostmaster.dns-harbour.net. 1 4h 1h 14d 1h\n@ NS ns1.dns-harbour.net.\n@ NS ns2.dns-harbour.net.\n${body}\n`,
});

export const placeholderText = {
  id: "placeholder-text",
  severity: "error",
  set: "recommended",
  structural: false,
  summary: "Text of a template that was to be filled in.",
  rfc: "RFC 2606 §3",
  explanation:
    "Marks of templates ({{ name }}, <% name %>, @NAME@), words such as REPLACE_ME, and the domains example.com, " +
    "example.net and example.org, which belong to nobody, are left over from a template or an instruction. Put in what " +
    "is meant. Zones that are examples themselves, or have all their nameservers there, are let pass.",
  supersedes: [
    "hostname-chars",
    "url-or-port-in-name",
    "missing-trailing-dot-target",
    "cname-dangling",
    "ns-target-no-address",
    "mx-target-no-address",
    "srv-target-no-address",
  ],
  examples: {
    fail: [
      {
        title: "a template's mark, a word, and a domain for examples",
        zones: [
          radio(
            [
              '@ TXT "site-verification={{ token }}" ;! placeholder-text "site-verification={{ token }}"',
              "_sip._tcp SRV 0 0 5060 REPLACE_ME. ;! placeholder-text REPLACE_ME.",
              "www CNAME shop.example.com. ;! placeholder-text shop.example.com.",
              "app-{{stage}} CNAME player ;! placeholder-text app-{{stage}}",
              "player CNAME player.dns-harbour.net.",
            ].join("\n"),
          ),
        ],
      },
    ],
    pass: [
      { title: "a zone in use", zones: [radio("www CNAME player.dns-harbour.net.")] },
      {
        title: "a zone that is an example itself",
        zones: [{ ...radio("www CNAME shop.example.com."), origin: "example.org." }],
      },
    ],
  },
  check({ zone: lintZone, rowsOf, report }) {
    const { zone } = lintZone;
    if (isDocumentationName(lintZone.name) || isTemplate(zone)) return;
    const tell = (found: string) => `"${found}" was left over from a template: put in what is meant`;
    for (const row of ownersWithMarks(zone)) {
      const found = placeholderInName(zone.owner(row));
      if (found !== undefined) report({ row, span: lintZone.tokens(row)?.owner?.span, message: tell(found) });
    }
    for (const row of suspectTargets(zone, rowsOf)) {
      const target = nameFromWire(zone.rdata(row), targetPlaces.get(zone.type(row))!.offset).name;
      const found = placeholderInName(target);
      if (found !== undefined)
        report({ row, span: targetTokenOf(lintZone, row)?.span, message: tell(found) });
    }
    for (const row of rowsOf(TYPE.TXT)) {
      const found = placeholderIn(Buffer.from(zone.rdata(row)).toString("latin1"));
      if (found === undefined) continue;
      const token = lintZone.tokens(row)?.rdata.find(({ text }) => text.includes(found));
      report({ row, span: token?.span, message: tell(found) });
    }
    const soa = zone.soa();
    for (const part of ["mname", "rname"] as const) {
      const found = soa && placeholderInName(soa[part]);
      if (found)
        report({ row: soa.row, span: soaToken(lintZone, soa.row, part)?.span, message: tell(found) });
    }
  },
} as const satisfies Rule;

/** Whether all nameservers are names for documentation: then the whole zone is an example, and its author knows. */
function isTemplate(zone: Zone): boolean {
  const servers = zone.rows(zone.apex, TYPE.NS).map((row) => nameFromWire(zone.rdata(row)).name);
  return servers.length > 0 && servers.every(isDocumentationName);
}

function suspectTargets(zone: Zone, rowsOf: RuleContext["rowsOf"]): ReadonlySet<number> {
  const { rdata } = zone.columns;
  const rows = new Set<number>(targetsWith(zone, markCharacters));
  for (const { row, from, end } of foreignTargets(zone, rowsOf))
    if (hasPlaceholderLabel(rdata, from, end)) rows.add(row);
  return rows;
}

function ownersWithMarks(zone: Zone): ReadonlySet<number> {
  const rows = ["{", "$", "<", "@", "%%"].flatMap((mark) =>
    [...ownerLabelsWith(zone, mark)].map(({ row }) => row),
  );
  return new Set(rows);
}
