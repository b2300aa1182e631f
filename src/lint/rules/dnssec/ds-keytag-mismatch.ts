import { TYPE } from "../../../dns/index.ts";
import { childAt } from "../../delegation/index.ts";
import {
  apexKeys,
  atField,
  exampleDs,
  KeyDigests,
  keyText,
  readDigests,
  signedText,
} from "../../dnssec/index.ts";
import { type ExampleZone, exampleZone } from "../../example.ts";
import { byOwner } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";

const child: ExampleZone = { origin: "example.org.", text: signedText("NSEC"), serial: "from-file" };
const [tag, algorithm, type, digest] = exampleDs.split(" ");

function parent(...records: readonly string[]): ExampleZone {
  const nameservers = ["example NS ns1.example.com.", "example NS ns2.example.com."];
  return exampleZone("org.", [...nameservers, ...records].join("\n"));
}

export const dsKeytagMismatch = {
  id: "ds-keytag-mismatch",
  severity: "error",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: [TYPE.DS],
  summary: "A DS record that is of no key of the delegated zone, which is in the repository.",
  rfc: "RFC 4034 §5.2, appendix B",
  explanation:
    "A resolver that validates needs one DS record of a key that the child zone has: without any, the whole child zone " +
    "fails for it. A DS record of a key that is yet to come does no harm beside a right one, but is said too. Make the " +
    "records from the zone's DNSKEY records, with dnssec-dsfromkey or ldns-key2ds. Zones whose keys are not in the " +
    "repository, as servers sign them, are not judged.",
  examples: {
    fail: [
      {
        title: "the tag of another key",
        zones: [parent(`example DS 23809 ${algorithm} ${type} ${digest} ;! ds-keytag-mismatch 23809`), child],
      },
      {
        title: "a digit of the digest is wrong",
        zones: [
          parent(
            `example DS ${tag} ${algorithm} ${type} 3${digest!.slice(1)} ;! ds-keytag-mismatch 3${digest!.slice(1)}`,
          ),
          child,
        ],
      },
      {
        title: "one key is there, the other is not",
        zones: [
          parent(
            `example DS ${exampleDs}`,
            `example DS 4711 13 2 ${"7f".repeat(32)} ;! ds-keytag-mismatch 4711`,
          ),
          child,
        ],
      },
    ],
    pass: [
      { title: "a digest of the zone's key", zones: [parent(`example DS ${exampleDs}`), child] },
      {
        title: "a zone that its servers sign",
        zones: [
          parent(`example DS 4711 13 2 ${"7f".repeat(32)}`),
          exampleZone("example.org.", "www A 192.0.2.1"),
        ],
      },
    ],
  },
  check(context) {
    const { zone, rowsOf, report } = context;
    for (const rows of byOwner(zone.zone, rowsOf(TYPE.DS))) {
      const owner = zone.zone.ownerKey(rows[0]!);
      const child = owner === zone.zone.apex ? undefined : childAt(context, owner);
      const keys = child && !child.incomplete ? apexKeys(child.zone) : [];
      if (keys.length === 0) continue;
      const digests = new KeyDigests(owner, keys);
      const judged = readDigests(zone.zone, rows).map((ds) => ({ ds, match: digests.matchOf(ds) }));
      const isTrusted = judged.some(({ match }) => match === "key");
      const known = keys.slice(0, 4).map(keyText).join("; ");
      for (const { ds, match } of judged) {
        if (match === "key") continue;
        const isTypo = match === "other digest";
        const what = isTypo
          ? `this is not the digest of the key with tag ${ds.tag} that ${child!.name} has (${child!.file})`
          : `${child!.name} has no key with ${keyText(ds)} (${child!.file}); it has ${known}`;
        const then = isTrusted
          ? "another DS record is right, so nothing fails yet"
          : "resolvers that validate refuse the whole zone";
        report({
          ...atField(zone, ds.row, isTypo ? 3 : 0),
          message: `${what}: ${then}; make the DS records from the zone's DNSKEY records`,
          ...(isTrusted && !isTypo && { severity: "warning" as const }),
        });
      }
    }
  },
} as const satisfies Rule;
