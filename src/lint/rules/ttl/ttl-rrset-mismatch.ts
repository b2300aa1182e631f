import type { Span } from "../../../base/index.ts";
import type { Fix } from "../../../diagnostic/index.ts";
import { TYPE, typeName } from "../../../dns/index.ts";
import type { RecordTokens } from "../../../zonefile/index.ts";
import { exampleOrg } from "../../example.ts";
import { setsOfSeveralTtls } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";
import { placeText } from "../../writing/index.ts";

export const ttlRrsetMismatch = {
  id: "ttl-rrset-mismatch",
  severity: "error",
  set: "recommended",
  structural: false,
  summary: "Records of one name and type with different TTLs.",
  rfc: "RFC 2181 §5.2",
  explanation:
    "Records of one name and type are always answered together and have one TTL. Nameservers silently take the " +
    "first, the last, or the smallest. Give all the same TTL; RRSIG records, whose TTLs follow what they sign, may differ.",
  examples: {
    fail: [
      exampleOrg(
        "one with a TTL of its own",
        `
        www A 192.0.2.1
        www 300 A 192.0.2.2 ;! ttl-rrset-mismatch 300
        api 5m IN A 192.0.2.1
        api A 192.0.2.2 ;! ttl-rrset-mismatch api A 192.0.2.2
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "one TTL, spelled differently",
        `
        www 300 A    192.0.2.1
        www 5m  A    192.0.2.2
        www 60  AAAA 2001:db8::1
        `,
      ),
    ],
  },
  check(context) {
    const { zone } = context.zone;
    for (const [first, ...others] of setsOfSeveralTtls(zone)) {
      const ttl = zone.ttl(first!);
      if (zone.type(first!) === TYPE.RRSIG) continue;
      for (const row of others) {
        if (zone.ttl(row) === ttl) continue;
        const tokens = context.zone.tokens(row);
        const what = `${zone.owner(row)} ${typeName(zone.type(row))}`;
        context.report({
          row,
          span: tokens?.ttl?.span,
          message: `this record's TTL is ${zone.ttl(row)}, but the first of ${what} (${placeText(zone, first!, row)}) has ${ttl}: records of one name and type have one TTL`,
          fix: tokens && setTtl(tokens, ttl),
        });
      }
    }
  },
} as const satisfies Rule;

/** Writes the TTL over the one that is there, or before the type. */
function setTtl({ ttl: written, type }: RecordTokens, ttl: number): Fix | undefined {
  const place: Omit<Span, "file"> | undefined = written?.span ?? type?.span;
  if (!place) return undefined;
  const { line, column } = place;
  const edit = written
    ? { line, column, endLine: place.endLine, endColumn: place.endColumn, text: String(ttl) }
    : { line, column, endLine: line, endColumn: column, text: `${ttl} ` };
  return { title: `set the TTL to ${ttl}`, edits: [edit] };
}
