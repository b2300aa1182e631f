import fc from "fast-check";
import { rdataToText, typeCode } from "../../../src/dns/index.ts";
import { preamble } from "../../corpus/zonefile/torture-case.ts";
import { anyRdata } from "../../dns/rdata/arbitraries.ts";

/** Types without names in their data, of which all four programs read whatever the RFC allows. */
const nameless =
  "A AAAA APL CDNSKEY CDS CERT DHCID DNSKEY EUI48 EUI64 HINFO L32 LOC OPENPGPKEY SMIMEA SSHFP TLSA TXT URI".split(
    " ",
  );

const label = fc.oneof(
  fc.constantFrom("www", "Mail", "_sip", "_tcp", "a-b", "x1", "0", "xn--bcher-kva", "\\097b", "l".repeat(63)),
  fc.string({ unit: fc.constantFrom(..."abcdefXYZ019"), minLength: 1, maxLength: 12 }),
);
const relative = fc.array(label, { minLength: 1, maxLength: 2 }).map((labels) => labels.join("."));
const target = fc.oneof(
  relative,
  fc.constant("@"),
  relative.map((name) => `${name}.example.`),
  relative.map((name) => `${name}.other.test.`),
);
const u16 = fc.integer({ min: 0, max: 65_535 });

const data = fc.oneof(
  fc
    .constantFrom(...nameless)
    .chain((mnemonic) =>
      anyRdata[mnemonic]!.map((rdata) => `${mnemonic} ${rdataToText(typeCode(mnemonic)!, rdata)}`),
    ),
  fc.tuple(fc.constantFrom("CNAME", "PTR", "DNAME"), target).map((parts) => parts.join(" ")),
  fc.tuple(fc.constantFrom("MX", "AFSDB", "KX", "LP", "RT"), u16, target).map((parts) => parts.join(" ")),
  fc.tuple(u16, u16, u16, target).map((parts) => `SRV ${parts.join(" ")}`),
  fc.tuple(target, target).map((parts) => `RP ${parts.join(" ")}`),
  fc.tuple(u16, target).map(([preference, name]) => `NAPTR ${preference} 1 "s" "SIP+D2U" "" ${name}`),
  fc
    .tuple(fc.constantFrom("SVCB", "HTTPS"), u16, target)
    .map(([type, priority, name]) =>
      priority === 0 ? `${type} 0 ${name}` : `${type} ${priority} ${name} alpn="h2,h3" port=${priority}`,
    ),
  fc
    .tuple(fc.constantFrom("issue", "iodef"), fc.webUrl())
    .map(([tag, url]) => `CAA 0 ${tag} "${url.replaceAll(/["\\]/g, "\\$&")}"`),
  fc
    .uint8Array({ maxLength: 20 })
    .map((octets) => `TYPE65280 \\# ${octets.length} ${Buffer.from(octets).toString("hex")}`),
);

/** TTL and class in both orders, and left out; class last, as ldns reads no other order. */
const head = fc.constantFrom("", "IN", "60", "1h30m IN", "0 in", "2w IN");
/** The space between fields, with line breaks and comments where parentheses allow them. */
const layout = fc.constantFrom(
  (parts: readonly string[]) => parts.join(" "),
  (parts: readonly string[]) => parts.join("\t\t"),
  ([first, ...rest]: readonly string[]) => `${first} (\n\t${rest.join("\n ; a ( comment\n\n ")} )`,
  (parts: readonly string[]) => `${parts.join(" ")} ; "comment`,
);

/**
 * A sound zone below `example.`: every record has an owner to itself, so that none forbids another, and some have the
 * owner before them besides.
 */
export const generatedZone: fc.Arbitrary<string> = fc
  .array(fc.tuple(relative, head, data, layout, fc.constantFrom("", ".example.", ".EXAMPLE.")), {
    minLength: 40,
    maxLength: 80,
  })
  .map((records) => {
    const lines = records.map(([name, fields, text, lay, suffix], index) => {
      const [type, ...rest] = text.match(/"(?:\\.|[^"\\])*"|\S+/gs)!;
      const line = `n${index}.${name.slice(0, 150)}${suffix} ${fields} ${lay([type!, ...rest])}`;
      return index % 9 === 0 && type !== "CNAME"
        ? `${line}\n\tIN TYPE65281 \\# 1 ${(index & 0xff).toString(16).padStart(2, "0")}`
        : line;
    });
    return `${preamble}${lines.join("\n")}\n`;
  });
