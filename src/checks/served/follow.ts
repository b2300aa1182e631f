import {
  canonicalRdata,
  checkRdata,
  compareRdata,
  isAtOrBelow,
  type Name,
  nameFromWire,
  nameKey,
  RCODE,
  type RRType,
  rcodeName,
  TYPE,
  typeName,
} from "../../dns/index.ts";
import type { Resolution, Resolver } from "../resolver.ts";
import {
  type ServedAnswer,
  type ServedAnswers,
  type ServedQuestion,
  type ServedRecord,
  servedKey,
} from "./answer.ts";

export interface Following {
  readonly answers: ServedAnswers;
  ask(question: ServedQuestion): void;
  /** The closest zone of ours around a name; undefined for names of others. */
  apexOf(name: Name): Name | undefined;
  /** The same zones as the files have them. */
  readonly files: Resolver;
}

/** Aliases one question is followed through; resolvers give up at about as many. */
const MOST_ALIASES = 16;

/**
 * Follows a question through one server's answers. An answer is believed for the zone of ours that its question lies in;
 * where an alias leads into another, the target is a question of its own. What was not answered yet is asked for, and taken
 * to be as the files have it, so that whoever asks goes on to the next question.
 */
export function follow({ name, type }: ServedQuestion, following: Following): Resolution {
  const chain = [name];
  let ttl = Number.POSITIVE_INFINITY;
  while (chain.length <= MOST_ALIASES + 1) {
    const asked = chain.at(-1)!;
    const apex = following.apexOf(asked);
    if (apex === undefined) return nothing("external", chain);
    const question = { name: asked, type };
    const answer = following.answers.get(servedKey(question));
    if (answer === undefined) {
      following.ask(question);
      const guess = following.files.resolve(asked, type);
      return { ...guess, chain: [...chain.slice(0, -1), ...guess.chain] };
    }
    if (answer.is === "silence") return unreachable(chain, answer.why);
    const within = { type, apexOf: following.apexOf };
    const doubt = doubtIn(answer, asked, apex);
    if (doubt !== undefined)
      return circles(answer, { ...within, chain: [...chain] })
        ? nothing("loop", chain)
        : unreachable(chain, doubt);
    if (isReferral(answer)) return nothing("external", chain);
    const end = followWithin(answer.records, { ...within, chain });
    ttl = Math.min(ttl, ...end.ttls);
    if (end.is === "loop") return nothing("loop", chain);
    if (end.is === "broken") return unreachable(chain, end.why);
    if (end.is === "records") return found(end.records, chain, type, ttl, following.files);
    if (chain.at(-1) !== asked) continue;
    return nothing(answer.rcode === RCODE.NOERROR ? "nodata" : "nxdomain", chain);
  }
  return nothing("loop", chain);
}

type Said = Extract<ServedAnswer, { is: "answer" }>;

const believed: readonly number[] = [RCODE.NOERROR, RCODE.NXDOMAIN, RCODE.YXDOMAIN];

/** Why an answer tells nothing; undefined where it does. */
function doubtIn(answer: Said, asked: Name, apex: Name): string | undefined {
  if (!believed.includes(answer.rcode)) return `it answered ${rcodeName(answer.rcode)}`;
  if (answer.authoritative) return undefined;
  if (!isReferral(answer)) return "it answered without authority";
  // A cut at or above the zone: it has not got the zone that we say it has.
  if (isAtOrBelow(apex, answer.cut))
    return `it does not serve ${apex}: it refers to the servers of ${answer.cut}`;
  return isAtOrBelow(asked, answer.cut)
    ? undefined
    : `it refers to the servers of ${answer.cut}, which is elsewhere`;
}

function isReferral(answer: Said): answer is Said & { readonly cut: Name } {
  const { authoritative, rcode, records, cut } = answer;
  return !authoritative && rcode === RCODE.NOERROR && records.length === 0 && cut !== undefined;
}

/** BIND says SERVFAIL of aliases that lead in a circle, and shows them. */
function circles({ authoritative, records }: Said, within: Within): boolean {
  return authoritative && followWithin(records, within).is === "loop";
}

interface Within {
  /** The names so far. */
  readonly chain: Name[];
  readonly type: RRType;
  apexOf: Following["apexOf"];
}

type End =
  | { readonly is: "records"; readonly records: readonly ServedRecord[]; readonly ttls: readonly number[] }
  | { readonly is: "broken"; readonly why: string; readonly ttls: readonly number[] }
  | { readonly is: "loop" | "none"; readonly ttls: readonly number[] };

/** Follows aliases inside one answer as long as they stay in the zone of the first name; each is put on the chain. */
function followWithin(records: readonly ServedRecord[], { chain, type, apexOf }: Within): End {
  const byOwner = Map.groupBy(records, (record) => record.name);
  const apex = apexOf(chain.at(-1)!);
  const ttls: number[] = [];
  for (;;) {
    const owned = byOwner.get(chain.at(-1)!) ?? [];
    const wanted = owned.filter((record) => record.type === type);
    if (wanted.length > 0) return ended(wanted, type, [...ttls, ...wanted.map(({ ttl }) => ttl)]);
    const alias = owned.find((record) => record.type === TYPE.CNAME);
    if (alias === undefined) return { is: "none", ttls };
    const target = targetOf(alias);
    if (target === undefined) return { is: "broken", why: unreadable(TYPE.CNAME), ttls };
    ttls.push(alias.ttl);
    if (chain.includes(target) || chain.length > MOST_ALIASES) return { is: "loop", ttls };
    chain.push(target);
    if (apexOf(target) !== apex) return { is: "none", ttls };
  }
}

/** What a nameserver sends may be no RDATA of its type: assertions do not get to see it. */
function ended(records: readonly ServedRecord[], type: RRType, ttls: readonly number[]): End {
  try {
    for (const { rdata } of records) checkRdata(type, rdata);
    return { is: "records", records, ttls };
  } catch {
    return { is: "broken", why: unreadable(type), ttls };
  }
}

function targetOf({ rdata }: ServedRecord): Name | undefined {
  try {
    return nameKey(nameFromWire(rdata).name);
  } catch {
    return undefined;
  }
}

function unreadable(type: RRType): string {
  return `its answer holds ${typeName(type)} data that cannot be read`;
}

/** Records in canonical order, each once, with the place of its like in the files. */
function found(
  records: readonly ServedRecord[],
  chain: readonly Name[],
  type: RRType,
  ttl: number,
  files: Resolver,
): Resolution {
  const rdata = [...new Map(records.map((one) => [keyOf(type, one.rdata), one.rdata])).values()].sort(
    (a, b) => compareRdata(type, a, b),
  );
  const written = files.resolve(chain.at(-1)!, type);
  const byKey = new Map(written.rdata.map((one, index) => [keyOf(type, one), written.places[index]]));
  const places = rdata.map((one) => byKey.get(keyOf(type, one)));
  const place = places.find((one) => one !== undefined);
  return { kind: "records", chain, rdata, ttl, places, ...(place && { place }) };
}

function keyOf(type: RRType, rdata: Uint8Array): string {
  return Buffer.from(canonicalRdata(type, rdata)).toString("latin1");
}

function unreachable(chain: readonly Name[], reason: string): Resolution {
  return { ...nothing("unreachable", chain), reason };
}

function nothing(kind: Exclude<Resolution["kind"], "records">, chain: readonly Name[]): Resolution {
  return { kind, chain: [...chain], rdata: [], ttl: 0, places: [] };
}
