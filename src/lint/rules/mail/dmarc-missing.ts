import { isAtOrBelow, type Name, NameError, parentOf, parseName, TYPE } from "../../../dns/index.ts";
import { exampleOrg, exampleZone } from "../../example.ts";
import { isDocumentationName } from "../../known/index.ts";
import { registeredName } from "../../names/index.ts";
import { firstOfEachOwner } from "../../records/index.ts";
import type { Rule, RuleContext } from "../../rule.ts";
import { hasWildcard, hidesNames } from "../../tree/index.ts";
import { resolve } from "../../world.ts";
import { insertBehind } from "../../writing/index.ts";

export const dmarcMissing = {
  id: "dmarc-missing",
  severity: "info",
  set: "strict",
  scope: "repository",
  structural: false,
  types: [TYPE.MX],
  summary: "A domain that takes mail and has no DMARC record, nor has a name above it.",
  rfc: "RFC 7489 §6.6.3",
  explanation:
    "Large receivers ask for DMARC from domains that send. A policy of `none` changes nothing for the mail and lets the " +
    "domain have reports of who sends in its name.",
  examples: {
    fail: [
      {
        title: "mail without DMARC",
        zones: [
          exampleZone(
            "harbour-radio.net.",
            `
            @    MX  10 mx1.example.com. ;! dmarc-missing mx1.example.com.
            @    MX  20 mx2.example.com.
            `,
          ),
        ],
      },
    ],
    pass: [
      exampleOrg("a zone of documentation", "@ MX 10 mx1.example.com."),
      {
        title: "one record for the domain and what is below it",
        zones: [
          exampleZone(
            "harbour-radio.net.",
            `
            @      MX  10 mx1.example.com.
            lists  MX  10 mx1.example.com.
            www    MX  0  .
            _dmarc TXT "v=DMARC1; p=none"
            `,
          ),
        ],
      },
    ],
  },
  check(context) {
    const { zone, rowsOf, report } = context;
    if (isDocumentationName(zone.name)) return;
    const policies = new Policies(context);
    for (const row of firstOfEachOwner(zone.zone, rowsOf(TYPE.MX))) {
      if (zone.zone.rdata(row)[2] === 0 || !policies.lackedBy(row)) continue;
      report(() => {
        const record = 'TXT "v=DMARC1; p=none"';
        const policyName = parseDmarcName(zone.name);
        const insertion = policyName && insertBehind(zone, row, policyName, record);
        return {
          row,
          span: zone.tokens(row)?.rdata[1]?.span,
          message: `${zone.zone.owner(row)} takes mail, and neither it nor a name above it has a DMARC record`,
          fix: insertion && { title: `add ${policyName} ${record}`, edits: [insertion.edit] },
        };
      });
    }
  },
} as const satisfies Rule;

/** Which domains of a zone lack DMARC: a name that the zone does not have is told by its octets, without a lookup. */
class Policies {
  readonly #context: RuleContext;
  /** Whether a name that does not exist in the zone has no records: no wildcard, delegation or other zone has them. */
  readonly #plain: boolean;
  readonly #lacking = new Map<Name, boolean>();

  constructor(context: RuleContext) {
    const { zone, world } = context;
    this.#context = context;
    this.#plain =
      world.decidesAlone(zone) && !zone.incomplete && !hidesNames(zone.zone) && !hasWildcard(zone.zone);
  }

  /** Whether the owner of a row has no record, nor has a name above it; false where nobody can tell. */
  lackedBy(row: number): boolean {
    const { zone, name: apex } = this.#context.zone;
    const { owner, names } = zone.columns;
    const name = names.octets.subarray(names.start[owner[row]!]!, names.start[owner[row]! + 1]!);
    const isNameable = name.length + dmarcLabel.length <= longestName;
    if (!this.#plain || !isNameable) return lacksDmarc(this.#context, zone.owner(row));
    for (let at = 0; at < name.length - zone.apexWire.length; at += name[at]! + 1) {
      const isThere = zone.existsWire(Buffer.concat([dmarcLabel, name.subarray(at)]), 0);
      if (isThere) return lacksDmarc(this.#context, zone.owner(row));
    }
    return isAtOrBelow(apex, registeredName(zone.owner(row))) ? this.#isLackedAt(apex) : true;
  }

  #isLackedAt(domain: Name): boolean {
    const lacking = this.#lacking.get(domain) ?? lacksDmarc(this.#context, domain);
    this.#lacking.set(domain, lacking);
    return lacking;
  }
}

const dmarcLabel = Buffer.from("\x06_dmarc", "latin1");

/** Octets of a name in wire form, at most (RFC 1035 §2.3.4). */
const longestName = 255;

/** Whether neither the domain nor any name above it, up to the registered one, has a record; false where nobody can tell. */
function lacksDmarc({ world, zone }: RuleContext, domain: Name): boolean {
  const top = registeredName(domain);
  for (let at: Name | undefined = domain; at !== undefined && isAtOrBelow(at, top); at = parentOf(at)) {
    const name = parseDmarcName(at);
    const found = name && resolve(world, zone.view, name, TYPE.TXT);
    if (!found || found.rdata.length > 0) return false;
  }
  return true;
}

function parseDmarcName(domain: Name): Name | undefined {
  try {
    return parseName(`_dmarc.${domain}`);
  } catch (error) {
    // The name would be too long: nobody can ask for it.
    if (error instanceof NameError) return undefined;
    throw error;
  }
}
