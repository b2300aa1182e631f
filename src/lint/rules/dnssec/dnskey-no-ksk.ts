import { TYPE } from "../../../dns/index.ts";
import { apexKeys, atField, ENTRY_POINT, signedExample } from "../../dnssec/index.ts";
import type { Rule } from "../../rule.ts";

const signedBy = "3600 20260601000000 20251201000000 11270 example.org.";

const withoutEntryPoint = `$TTL 1h
@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h
@ RRSIG SOA 15 2 ${signedBy} aVdI16TSBHyLxAQw0BzHWGB2ZWC/4QIHYYrKa6BJbTe8gXfoGdn3Z99LpmebDbX3zqfz82vzIDb21mNkrXftCw==
@ NS ns1.example.com.
@ NS ns2.example.com.
@ RRSIG NS 15 2 ${signedBy} 3Hl2/O759s7SY7b/46czw0msUe/g6ODO8C4j8P1jUaqq5S5wq0XOFeIU+LBvxWleNJbmKFNKvmG/G2NbA/mWCw==
@ NSEC @ NS SOA RRSIG NSEC DNSKEY
@ RRSIG NSEC 15 2 ${signedBy} 79n04DTeZVcxcNaac5g3k78NDsH02vGMEOzDZerqQ3G92Jtp4P1gB7odT+qnyz0LRuoDZzOdFRe6QV7On8CJCg==
@ DNSKEY 256 3 15 W5YBaEzqeaS4IcuBlti2ciLCiNOCWG9hqpqD7Phnbzw= ;! dnskey-no-ksk 256
@ RRSIG DNSKEY 15 2 ${signedBy} b3OT2grrwyWMMT9DCvSag+1UkkQNEfHCJWDEm8CbS8DmStMBbiEbUE31GazV3OWsIuPEImrksFrebqluk76RDg==
`;

export const dnskeyNoKsk = {
  id: "dnskey-no-ksk",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.RRSIG],
  summary: "A signed zone none of whose keys is marked as the one that the DS record is of.",
  rfc: "RFC 4034 §2.1.1",
  explanation:
    "Signers and registries make DS records of the keys with the flag 1 (257 instead of 256), and CDS records too. " +
    "Without one, they have none to choose, or choose one that is soon replaced. Publish the key-signing key as well.",
  examples: {
    fail: [
      {
        title: "the only key has flags 256",
        zones: [{ origin: "example.org.", text: withoutEntryPoint, serial: "from-file" }],
      },
    ],
    pass: [signedExample("one key with flags 257", "NSEC")],
  },
  check({ zone, report }) {
    const keys = apexKeys(zone.zone);
    const [first] = keys;
    if (!first || zone.incomplete || keys.some(({ flags }) => (flags & ENTRY_POINT) !== 0)) return;
    const message = `no key of ${zone.name} has the flag 1 (flags 257): nothing says which one its DS record is to be of; publish the key-signing key too`;
    report({ ...atField(zone, first.row, 0), message });
  },
} as const satisfies Rule;
