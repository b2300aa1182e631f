import { availableParallelism } from "node:os";
import { conclude, evaluate } from "../evaluate.ts";
import type { Evaluation } from "../evaluation.ts";
import type { Facts, TreeFile } from "../facts.ts";
import { readScene } from "../scene.ts";
import { wantedBlobs } from "../wanted.ts";
import type { ZoneCache } from "../zone-cache.ts";
import { joinShares, lintShare } from "./lint-share.ts";
import { findToDo, type Parsed, parseShare, takeIn, type ZoneToParse } from "./parse-share.ts";
import { SharedFacts } from "./shared-facts.ts";
import { Shares } from "./shares.ts";
import { Team } from "./team.ts";

export interface ThreadsOptions {
  /** So many threads, this one included; by default one for each processor, up to eight. */
  readonly threads?: number;
  /** Fewer zones than that are judged in this thread alone, which takes less time than starting others. */
  readonly fewest?: number;
  /** Told as zones are parsed and then judged, from 0 up to what this thread did last. */
  readonly onProgress?: (doing: "parsing" | "judging", done: number, total: number) => void;
}

/** Each thread holds the rules and its own view of all zones. */
const MOST_THREADS = 8;
const FEWEST = 300;
/** Zones that are parsed at a time. */
const PARSED_TOGETHER = 32;
/** Zones are judged in so many parts for each thread: each part costs a look at all zones. */
const PARTS = 4;

/**
 * `wantedBlobs` and `evaluate` of facts whose blobs are still being fetched, with the same results, by as many threads
 * as there are processors where there are many zones. Blobs in shared memory are not copied for the others.
 */
export class EvaluationThreads {
  readonly #facts: Facts;
  readonly #cache: ZoneCache;
  readonly #threads: number;
  readonly #fewest: number;
  readonly #onProgress: NonNullable<ThreadsOptions["onProgress"]>;
  readonly #shared = new SharedFacts();
  readonly #parsed: Parsed[] = [];
  #team: Team | undefined;

  constructor(facts: Facts, cache: ZoneCache, options: ThreadsOptions = {}) {
    this.#facts = facts;
    this.#cache = cache;
    this.#threads = options.threads ?? Math.min(availableParallelism(), MOST_THREADS);
    this.#fewest = options.fewest ?? FEWEST;
    this.#onProgress = options.onProgress ?? (() => undefined);
  }

  /** See `wantedBlobs`. Throws ZonewrightError where a thread fails. */
  async wanted(): Promise<readonly TreeFile[]> {
    const { zones, wanted } = findToDo(this.#facts, this.#cache);
    // Threads start while the files are read.
    if (wanted.length >= this.#fewest) this.#start();
    if (wanted.length > 0) return wanted;
    const included = zones.length < this.#fewest ? [] : await this.#parse(zones);
    return included.length > 0 ? included : wantedBlobs(this.#facts, this.#cache);
  }

  /** See `evaluate`. Throws ZonewrightError where a thread fails. */
  async evaluate(): Promise<Evaluation> {
    const facts = this.#facts;
    if (this.#parsed.length === 0 || this.#team === undefined) return evaluate(facts, this.#cache);
    const parts = PARTS * this.#threads;
    const [after, before] = [Shares.of(parts, 1), Shares.of(parts, 1)];
    const others = this.#team.ask({
      task: "lint",
      facts: this.#shared.of(facts),
      parsed: this.#parsed,
      after: after.plan,
      before: before.plan,
    });
    const scene = readScene(facts, this.#cache);
    const total = scene.after.lintable.length;
    const tell = (done: number) => this.#onProgress("judging", done, total);
    tell(0);
    const own = lintShare(scene, { after, before }, tell);
    const linted = [own, ...(await others)];
    const findings = new Map([
      [scene.after, joinShares(linted.flatMap((one) => one.after))],
      [scene.before, joinShares(linted.flatMap((one) => one.before))],
    ]);
    return conclude(facts, scene, this.#cache, (of) => findings.get(of) ?? []);
  }

  /** Ends the other threads. */
  async close(): Promise<void> {
    await this.#team?.close();
  }

  /** Parses zones into the cache. Returns files that they include and that were not at hand. */
  async #parse(zones: readonly ZoneToParse[]): Promise<readonly TreeFile[]> {
    const facts = this.#facts;
    const shares = Shares.of(zones.length, PARSED_TOGETHER);
    const others = this.#start().ask({
      task: "parse",
      facts: this.#shared.of(facts),
      zones,
      shares: shares.plan,
    });
    const tell = (done: number) => this.#onProgress("parsing", done, zones.length);
    tell(0);
    const own = parseShare(facts, zones, shares, tell);
    const parsed = [own, ...(await others)];
    takeIn(parsed, facts, this.#cache);
    this.#parsed.push(...parsed);
    return [...new Map(parsed.flatMap(({ wanted }) => wanted).map((file) => [file.oid, file])).values()];
  }

  #start(): Team {
    this.#team ??= new Team(this.#threads - 1);
    return this.#team;
  }
}
