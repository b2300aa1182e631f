import { type Name, nameKey, type RRType } from "../dns/index.ts";
import { describeResolution, recordName } from "./describe.ts";
import type { Miss } from "./miss.ts";
import type { Network } from "./network.ts";
import type { Nearest, OwnedName, Pointing, Resolution, Resolver } from "./resolver.ts";

/** Resolvers by the view they answer for. */
export type Resolvers = ReadonlyMap<string, Resolver>;

/** What is asked of a resolver; the name is in key form. */
export interface Question {
  readonly name: Name;
  readonly type: RRType;
}

/** A question with its answer. */
export interface Asked extends Question {
  readonly answer: Resolution;
}

/** What was looked at in one view. */
export interface Seen {
  readonly asked: Iterable<Question>;
  /** Names that were asked for, by type, and names that aliases led to. */
  readonly names: readonly ReadonlySet<Name>[];
  /** Names from which names were walked downwards. */
  readonly walked: readonly Name[];
  /** Networks that records were looked for in. */
  readonly pointed: readonly (readonly Network[])[];
}

/** What the views of one set of questions have in common. */
interface Session {
  readonly resolvers: Resolvers;
  readonly views: Map<string, Questions>;
  readonly unanswered: Asked[];
}

/** Answers that are kept to be given again: what an assertion asks twice it asks soon. */
const MOST_RECENT = 8;

/**
 * The way assertions ask. What they looked at is noted, so that a check that asked nothing shows, and what affects it
 * is known.
 */
export class Questions {
  readonly view: string;
  readonly #session: Session;
  readonly #resolver: Resolver;
  readonly #asked = new Map<RRType, Set<Name>>();
  readonly #recent: Asked[] = [];
  #oldest = 0;
  readonly #passed = new Set<Name>();
  readonly #walked = new Set<Name>();
  readonly #pointed: (readonly Network[])[] = [];

  constructor(view: string, resolvers: Resolvers, session?: Session) {
    this.view = view;
    this.#session = session ?? { resolvers, views: new Map([[view, this]]), unanswered: [] };
    this.#resolver = resolvers.get(view) ?? nobody;
  }

  resolve(name: Name, type: RRType): Resolution {
    const key = nameKey(name);
    const answer =
      this.#recent.find((one) => one.name === key && one.type === type)?.answer ?? this.#ask(key, type);
    if (answer.kind === "unreachable" || answer.kind === "pending")
      this.#session.unanswered.push({ name: key, type, answer });
    return answer;
  }

  nearest(name: Name, type: RRType): Nearest | undefined {
    return this.#resolver.nearest?.(name, type);
  }

  /** See Resolver.names. */
  names(below: Name): Iterable<OwnedName> {
    this.#walked.add(nameKey(below));
    return this.#resolver.names?.(nameKey(below)) ?? [];
  }

  /** See Resolver.pointing; undefined where the source has to be walked. */
  pointing(networks: readonly Network[]): Iterable<Pointing> | undefined {
    if (!this.#resolver.pointing) return undefined;
    this.#pointed.push(networks);
    return this.#resolver.pointing(networks);
  }

  /** Every view there is. */
  get views(): readonly string[] {
    return [...this.#session.resolvers.keys()];
  }

  /** The same way to ask, of another view. */
  inView(view: string): Questions {
    const { views, resolvers } = this.#session;
    const other = views.get(view) ?? new Questions(view, resolvers, this.#session);
    views.set(view, other);
    return other;
  }

  /**
   * What a part of an expectation misses. Where a question of it had no answer, nothing can be said of that part: then
   * one miss that says so takes the place of all.
   */
  judge(part: () => readonly Miss[]): readonly Miss[] {
    const { unanswered } = this.#session;
    const before = unanswered.length;
    const misses = part();
    const first = unanswered[before];
    unanswered.length = before;
    return first ? [couldNotTell(first)] : misses;
  }

  /** What was looked at, by view. */
  get seen(): ReadonlyMap<string, Seen> {
    return new Map([...this.#session.views].map(([view, one]) => [view, one.#seen]));
  }

  /** Whether nothing at all was looked at. */
  get isIdle(): boolean {
    return [...this.#session.views.values()].every(
      (one) => one.#asked.size + one.#walked.size + one.#pointed.length === 0,
    );
  }

  #ask(name: Name, type: RRType): Resolution {
    const answer = this.#resolver.resolve(name, type);
    this.#recent[this.#oldest] = { name, type, answer };
    this.#oldest = (this.#oldest + 1) % MOST_RECENT;
    const names = this.#asked.get(type);
    if (names) names.add(name);
    else this.#asked.set(type, new Set([name]));
    for (let at = 1; at < answer.chain.length; at += 1) this.#passed.add(nameKey(answer.chain[at]!));
    return answer;
  }

  get #seen(): Seen {
    return {
      asked: questionsIn(this.#asked),
      names: [...this.#asked.values(), this.#passed],
      walked: [...this.#walked],
      pointed: this.#pointed,
    };
  }
}

function* questionsIn(asked: ReadonlyMap<RRType, ReadonlySet<Name>>): Iterable<Question> {
  for (const [type, names] of asked) for (const name of names) yield { name, type };
}

/** Answers for a view without zones. */
const nobody: Resolver = {
  resolve: (name) => ({ kind: "external", chain: [name], rdata: [], ttl: 0, places: [] }),
};

function couldNotTell({ name, type, answer }: Asked): Miss {
  return {
    record: recordName(name, type),
    expected: "an answer",
    found: describeResolution(answer, type),
    at: undefined,
    unknown: true,
  };
}
