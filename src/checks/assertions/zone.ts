import { z } from "zod";
import { formatDuration, nameKey, TYPE } from "../../dns/index.ts";
import type { AssertionKind } from "../assertion.ts";
import { inRange, listed, rangeText, recordName } from "../describe.ts";
import type { Miss } from "../miss.ts";
import { asSequence, closed, nameOption, rangeOf, secondsOption } from "../options.ts";
import type { Questions } from "../questions.ts";
import { readCaa, readSoa, targetOf } from "../rdata.ts";
import { missingRecords } from "../targets.ts";

const names = z.preprocess(asSequence, z.array(nameOption).min(1));
const times = rangeOf(secondsOption).optional();

const options = closed({
  zone: nameOption,
  soa: closed({
    mname: nameOption.optional(),
    rname: nameOption.optional(),
    refresh: times,
    retry: times,
    expire: times,
    minimum: times,
  }).optional(),
  nameservers: closed({
    count: rangeOf(z.number().int().min(0)).optional(),
    equals: names.optional(),
  }).optional(),
  signed: z.boolean().optional(),
  caa: closed({ issuers: z.preprocess(asSequence, z.array(z.string())) }).optional(),
});

type Options = z.infer<typeof options>;

/** A zone is kept as the house has it: SOA, nameservers, DNSSEC, certification authorities. */
export const zone: AssertionKind<"zone", typeof options> = {
  kind: "zone",
  summary: "The zone exists, with a SOA, NS and CAA as wanted, signed (with a DNSKEY) or not.",
  options,
  example: `zone: acme.example
soa: { refresh: { min: 20m, max: 12h }, expire: { min: 2w } }
nameservers: { count: { min: 2 } }
signed: false
caa: { issuers: [letsencrypt.org] }`,
  evaluate(wanted, ask) {
    if (ask.resolve(wanted.zone, TYPE.SOA).kind !== "records")
      return [missingRecords(wanted.zone, TYPE.SOA, ask)];
    return [
      ...judgeSoa(wanted, ask),
      ...judgeNameservers(wanted, ask),
      ...judgeSigned(wanted, ask),
      ...judgeIssuers(wanted, ask),
    ];
  },
};

function judgeSoa({ zone: name, soa: wanted }: Options, ask: Questions): readonly Miss[] {
  if (!wanted) return [];
  const answer = ask.resolve(name, TYPE.SOA);
  const soa = readSoa(answer.rdata[0]!);
  const miss = (expected: string, found: string): Miss => ({
    record: recordName(name, TYPE.SOA),
    expected,
    found,
    at: answer.place,
  });
  const people = (["mname", "rname"] as const).flatMap((key) => {
    const name = wanted[key];
    return name === undefined || nameKey(name) === nameKey(soa[key])
      ? []
      : [miss(`${key} ${nameKey(name)}`, nameKey(soa[key]))];
  });
  const timers = (["refresh", "retry", "expire", "minimum"] as const).flatMap((key) => {
    const range = wanted[key];
    return range === undefined || inRange(soa[key], range)
      ? []
      : [miss(`${key} of ${rangeText(range, formatDuration)}`, formatDuration(soa[key]))];
  });
  return [...people, ...timers];
}

function judgeNameservers({ zone: name, nameservers: wanted }: Options, ask: Questions): readonly Miss[] {
  if (!wanted) return [];
  const { rdata, place } = ask.resolve(name, TYPE.NS);
  const found = rdata.map((one) => nameKey(targetOf(TYPE.NS, one))).sort();
  const record = recordName(name, TYPE.NS);
  const misses: Miss[] = [];
  if (wanted.count && !inRange(found.length, wanted.count))
    misses.push({
      record,
      expected: `${rangeText(wanted.count)} nameservers`,
      found: String(found.length),
      at: place,
    });
  const expected = wanted.equals && [...new Set(wanted.equals.map(nameKey))].sort();
  if (expected && listed(expected) !== listed(found))
    misses.push({ record, expected: `exactly ${listed(expected)}`, found: listed(found), at: place });
  return misses;
}

function judgeSigned({ zone: name, signed }: Options, ask: Questions): readonly Miss[] {
  if (signed === undefined) return [];
  const keys = ask.resolve(name, TYPE.DNSKEY);
  if ((keys.kind === "records") === signed) return [];
  const expected = signed ? "a DNSKEY: a signed zone" : "no DNSKEY: a zone that is not signed";
  const found = signed ? "none" : `${keys.rdata.length}`;
  return [{ record: recordName(name, TYPE.DNSKEY), expected, found, at: keys.place }];
}

function judgeIssuers({ zone: name, caa: wanted }: Options, ask: Questions): readonly Miss[] {
  if (!wanted) return [];
  const answer = ask.resolve(name, TYPE.CAA);
  const records = answer.rdata.map(readCaa).filter(({ tag }) => tag === "issue");
  // A CAA record without issuer forbids all of them (RFC 8659 §4.2).
  const issuers = records.map(({ value }) => value.split(";")[0]!.trim().toLowerCase());
  const found = [...new Set(issuers.filter((issuer) => issuer !== ""))].sort();
  const expected = [...new Set(wanted.issuers.map((issuer) => issuer.toLowerCase()))].sort();
  if (records.length > 0 && listed(found) === listed(expected)) return [];
  return [
    {
      record: recordName(name, TYPE.CAA),
      expected: `certificates from ${listed(expected)} only`,
      found: records.length === 0 ? "no CAA issue record, which lets anybody issue" : listed(found),
      at: answer.place,
    },
  ];
}
