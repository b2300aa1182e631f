import { type Name, NameError, nameKey, parentOf, parseName, TYPE } from "../../../dns/index.ts";
import { exampleZone } from "../../example.ts";
import { readTagList, reportDomains } from "../../mail/index.ts";
import { isSameOrganisation } from "../../names/index.ts";
import type { Rule } from "../../rule.ts";
import { stringsOf, textsAt } from "../../txt/index.ts";
import { resolve } from "../../world.ts";

export const dmarcExternalRua = {
  id: "dmarc-external-rua",
  severity: "warning",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: [TYPE.TXT],
  summary:
    "DMARC reports to another organisation's domain of this repository, which does not agree to take them.",
  rfc: "RFC 7489 §7.1",
  explanation:
    "So that nobody is flooded with reports, receivers send them to another organisation only if that has a TXT record " +
    "`v=DMARC1` at `<domain>._report._dmarc.<where the reports go>`. Add that record to the other zone. Domains that are " +
    "not in the repository are not looked at.",
  examples: {
    fail: [
      {
        title: "a domain that takes no reports of others",
        zones: [
          exampleZone(
            "example.org.",
            '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.net" ;! dmarc-external-rua rua=mailto:a@example.net',
          ),
          exampleZone("example.net.", "@ A 192.0.2.1"),
        ],
      },
    ],
    pass: [
      {
        title: "a domain that does, and one elsewhere",
        zones: [
          exampleZone(
            "example.org.",
            '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.net,mailto:b@example.com,mailto:c@x.example.org"',
          ),
          exampleZone("example.net.", '*._report._dmarc TXT "v=DMARC1"'),
        ],
      },
    ],
  },
  check(context) {
    const { zone, world, report } = context;
    for (const txt of textsAt(context, ["_dmarc"])) {
      const domain = parentOf(nameKey(txt.owner))!;
      for (const tag of readTagList(txt.text).tags) {
        if (!/^ru[af]$/i.test(tag.name)) continue;
        for (const taker of new Set(reportDomains(tag.value))) {
          const other = takerName(taker);
          // Nothing is known of a domain that is elsewhere, and most are.
          if (!other || !world.zoneOf(other, zone.view)) continue;
          const place = placeOfConsent(domain, other);
          if (place === undefined) continue;
          const consent = resolve(world, zone.view, place, TYPE.TXT);
          if (
            !consent ||
            consent.rdata.some((rdata) => /^v\s{0,9}=\s{0,9}DMARC1/.test(stringsOf(rdata).join("")))
          )
            continue;
          const message = `${taker} does not say that it takes reports of ${domain}: add to its zone: ${place} TXT "v=DMARC1"`;
          report({ row: txt.row, span: txt.span(tag.start, tag.end), message });
        }
      }
    }
  },
} as const satisfies Rule;

function takerName(text: string): Name | undefined {
  return parsed(text.endsWith(".") ? text : `${text}.`);
}

/** Where a domain of another organisation says that it takes reports; undefined where it need not. */
function placeOfConsent(domain: Name, other: Name): Name | undefined {
  return isSameOrganisation(domain, other) ? undefined : parsed(`${domain}_report._dmarc.${other}`);
}

function parsed(text: string): Name | undefined {
  try {
    return parseName(text);
  } catch (error) {
    if (error instanceof NameError) return undefined;
    throw error;
  }
}
