import { TYPE } from "../../../dns/index.ts";
import {
  apexKeys,
  atType,
  chainFinding,
  Few,
  nsecFaults,
  signedExample,
  zoneNodes,
} from "../../dnssec/index.ts";
import type { Rule } from "../../rule.ts";

const ofSub =
  "sub RRSIG NSEC 15 3 3600 20260601000000 20251201000000 23808 example.org. +uwpQhaakxBuexcb7vpDwOaOAxcftZfJY4FndOkIOEBwMN1/M3cFnE4U2HhMj0Mx9KjUzAlkh1gmFRnEiJGiCQ==";
const ofWww =
  "www RRSIG NSEC 15 3 3600 20260601000000 20251201000000 23808 example.org. BQ1RwpGxPI/cuFLqowBQkPiu9WyXHRkPJP1PVgAKop12KADbG7tR869ap1VXAWTa1q9oNuZqm/SQETUDCv/cAw==";
const ofApex =
  "@ RRSIG NSEC 15 2 3600 20260601000000 20251201000000 23808 example.org. S5ZOJB4NzScddJqpjlc6/0GxuOmZz1LSFs6qcGzi9T+EgyaH2nSH3u02LUg73teJtCQM3Bp2flv/q667niHfDA==";
const bad = ";! rrsig-missing-or-bad 23808";

export const nsecChain = {
  id: "nsec-chain",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.RRSIG, TYPE.NSEC],
  summary: "A signed zone whose NSEC records leave out a name, point at a wrong one, or list wrong types.",
  rfc: "RFC 4034 §4, RFC 4035 §2.3",
  explanation:
    "NSEC records prove what does not exist: each names the next owner of the zone and the types of its own. One that is " +
    "wrong proves that records which are there do not exist, and resolvers that validate and cache believe it (RFC 8198). " +
    "Edit the unsigned source of the zone, and sign that again.",
  examples: {
    fail: [
      signedExample("a name was added to the signed file", "NSEC", [
        `www NSEC @ A RRSIG NSEC\n${ofWww}\n`,
        `www NSEC @ A RRSIG NSEC ;! nsec-chain @\n${ofWww}\nzebra A 192.0.2.7 ;! nsec-chain A ;! rrsig-missing-or-bad A\n`,
      ]),
      signedExample(
        "the types are not those of the name",
        "NSEC",
        ["www NSEC @ A RRSIG NSEC", "www NSEC @ MX RRSIG NSEC ;! nsec-chain MX"],
        [ofWww, `${ofWww} ${bad}`],
      ),
      signedExample(
        "a record of the chain is gone",
        "NSEC",
        [`sub NSEC www NS RRSIG NSEC\n${ofSub}\n`, ""],
        ["sub NS ns1.example.com.", "sub NS ns1.example.com. ;! nsec-chain NS"],
      ),
      signedExample(
        "the chain is gone",
        "NSEC",
        [`sub NSEC www NS RRSIG NSEC\n${ofSub}\n`, ""],
        [`www NSEC @ A RRSIG NSEC\n${ofWww}\n`, ""],
        [`@ NSEC sub NS SOA RRSIG NSEC DNSKEY\n${ofApex}\n`, ""],
        ["1 4h 1h 14d 1h", "1 4h 1h 14d 1h ;! nsec-chain SOA"],
      ),
    ],
    pass: [signedExample("a chain", "NSEC"), signedExample("one of NSEC3", "NSEC3")],
  },
  check({ zone, rowsOf, report, once }) {
    if (zone.incomplete) return;
    if (rowsOf(TYPE.NSEC).length === 0) {
      const soa = zone.zone.soa();
      if (rowsOf(TYPE.NSEC3).length > 0 || apexKeys(zone.zone).length === 0 || !soa) return;
      const message = `${zone.name} is signed and has neither NSEC nor NSEC3 records: nothing proves what does not exist, so resolvers that validate refuse such answers; sign the zone again`;
      report({ ...atType(zone, soa.row), message });
      return;
    }
    const few = new Few(report);
    for (const fault of nsecFaults(zone.zone, once(zoneNodes))) few.add(() => chainFinding(zone, fault));
    few.done();
  },
} as const satisfies Rule;
