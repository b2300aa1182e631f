import { TYPE } from "../../../dns/index.ts";
import {
  apexParameters,
  atType,
  type ChainFault,
  chainFinding,
  Few,
  hashedNames,
  isSameHash,
  nsec3Faults,
  nsec3Records,
  SHA1,
  signedExample,
  zoneNodes,
} from "../../dnssec/index.ts";
import type { Rule } from "../../rule.ts";

const apexHash = "8um1kjcjmofvvmq7cb0op7jt39lg8r9j";
const subHash = "ake8hgl2k54qc099m02h02h91ppl9pba";
const wwwHash = "vfk8su5vegu02jm1oh6und5ik7bkhf35";
const ofSub = `${subHash} RRSIG NSEC3 15 3 3600 20260601000000 20251201000000 23808 example.org. YYHLJ180D9QiE3wTcecNd8RcenBdB0UQQ3zjSkJoA18+f5HFY6HtGdzsWc77UFTx83pfRBT+jbZGLMOloNnnBg==`;
const ofWww = `${wwwHash} RRSIG NSEC3 15 3 3600 20260601000000 20251201000000 23808 example.org. ASMNhCeKGcxI3N2lvpAa7ykERh6ZLVoP2FEur8q3QsGTCgBUrVpcGh+XclIfLp3o/SguOqjVJfqzfb13qB57Ag==`;
const ofParameters =
  "@ 0 RRSIG NSEC3PARAM 15 2 0 20260601000000 20251201000000 23808 example.org. IldietU3bW5UElNUMW8qNg7bg+MML522VZBGMMEJumRMpwMHsQMzwOtRnzlWEf3bHYK5HYM2CHQAQaNFJSmYCw==";

/** So many chains are looked at: a zone has one, or two while one takes over from the other. */
const mostChains = 4;

export const nsec3Chain = {
  id: "nsec3-chain",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.NSEC3, TYPE.NSEC3PARAM],
  options: {
    "hash-most": {
      default: 2_000_000,
      summary:
        "Hashes, iterations counted, that are made of a zone's names at most; with more to make the chain is not looked at.",
    },
  },
  summary: "A signed zone whose NSEC3 records leave out a name, point at a wrong one, or list wrong types.",
  rfc: "RFC 5155 §7.1",
  explanation:
    "NSEC3 records prove what does not exist, by the hashes of names: each names the next hash and the types of its own. " +
    "One that is wrong proves that records which are there do not exist. Names that have only names below them need one " +
    "too; with opt-out, delegations without DS do not. Edit the unsigned source of the zone, and sign that again.",
  examples: {
    fail: [
      signedExample("a name was added to the signed file", "NSEC3", [
        "www A 192.0.2.1\n",
        "www A 192.0.2.1\nwiki A 192.0.2.7 ;! nsec3-chain A ;! rrsig-missing-or-bad A\n",
      ]),
      signedExample(
        "a record of the chain is gone",
        "NSEC3",
        [`${subHash} NSEC3 1 0 0 - ${wwwHash} NS\n${ofSub}\n`, ""],
        ["NS SOA RRSIG DNSKEY NSEC3PARAM", `NS SOA RRSIG DNSKEY NSEC3PARAM ;! nsec3-chain ${subHash}`],
        ["sub NS ns1.example.com.", "sub NS ns1.example.com. ;! nsec3-chain NS"],
      ),
      signedExample(
        "the types are not those of the name",
        "NSEC3",
        [`- ${apexHash} A RRSIG`, `- ${apexHash} MX RRSIG ;! nsec3-chain MX`],
        [ofWww, `${ofWww} ;! rrsig-missing-or-bad 23808`],
      ),
      signedExample(
        "its parameters are gone",
        "NSEC3",
        [`@ 0 NSEC3PARAM 1 0 0 -\n${ofParameters}\n`, ""],
        [
          `${apexHash} NSEC3 1 0 0 - ${subHash} NS SOA RRSIG DNSKEY NSEC3PARAM`,
          `${apexHash} NSEC3 1 0 0 - ${subHash} NS SOA RRSIG DNSKEY NSEC3PARAM ;! nsec3-chain ${apexHash}`,
        ],
      ),
    ],
    pass: [signedExample("a chain", "NSEC3"), signedExample("one with opt-out", "opt-out")],
  },
  check({ zone, once, rowsOf, number, report }) {
    if (zone.incomplete) return;
    if (rowsOf(TYPE.RRSIG).length + rowsOf(TYPE.NSEC3).length === 0) return;
    const few = new Few(report);
    const tell = (fault: ChainFault) => few.add(() => chainFinding(zone, fault));
    const all = apexParameters(zone.zone).filter(({ algorithm, flags }) => algorithm === SHA1 && flags === 0);
    const parameters = all.slice(0, mostChains);
    if (all.length > mostChains)
      report({
        ...atType(zone, all[mostChains]!.row),
        message: `${zone.name} has ${all.length} NSEC3PARAM records, of which ${mostChains} were looked at: one is enough, and two while one chain takes over from another`,
        severity: "info",
      });
    const { read, unread } = nsec3Records(zone.zone, rowsOf(TYPE.NSEC3));
    for (const row of unread)
      tell({
        row,
        message: `${zone.zone.owner(row)} is no hash directly below ${zone.zone.apex}: nobody finds this NSEC3 record; sign the zone again`,
      });
    const [stray] = read.filter((record) => !parameters.some((known) => isSameHash(known, record)));
    if (stray)
      few.add(() => ({
        row: stray.row,
        span: zone.tokens(stray.row)?.owner?.span,
        message: `${zone.name} has NSEC3 records whose parameters (algorithm, iterations and salt) no NSEC3PARAM record at its top has: servers do not use them; sign the zone again`,
      }));
    const names = parameters.length === 0 ? [] : hashedNames(zone.zone, once(zoneNodes));
    let left = number("hash-most");
    for (const one of parameters) {
      left -= names.length * (one.iterations + 1);
      if (left < 0) {
        report({
          ...atType(zone, one.row),
          message: `the NSEC3 chain of ${zone.name} was not looked at: that takes ${names.length * (one.iterations + 1)} hashes, and the option hash-most allows ${number("hash-most")}`,
          severity: "info",
        });
        break;
      }
      for (const fault of nsec3Faults(zone.zone, one, read, names)) tell(fault);
    }
    few.done();
  },
} as const satisfies Rule;
