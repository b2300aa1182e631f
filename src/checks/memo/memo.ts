import type { Check, CheckFile, CheckResult, LoadedChecks } from "../check.ts";
import { type LoadedFile, readCheckFile } from "../check-file.ts";
import { joined } from "../load.ts";
import type { Resolvers } from "../questions.ts";
import type { Repository } from "../repository.ts";
import { type RunOptions, runCheck } from "../run.ts";
import { type DataFiles, findIn, foundText, Surroundings } from "../surroundings.ts";
import { Changes, type ViewZones } from "./changes.ts";
import { isUntouched, type Trace, traceOf } from "./trace.ts";
import { affectsNames } from "./view-change.ts";

/** A repository whose files can be told apart without reading them. */
export interface IdentifiedRepository extends Repository {
  /** The same text for the same content; undefined where there is no file. */
  identity(path: string): string | undefined;
}

/** Files of checks that are kept, and how many versions of each: that of the base and those of a few changes. */
const MOST_FILES = 5_000;
const MOST_VERSIONS = 4;

interface ReadFile {
  /** Of the file itself and of every data file it refers to. */
  readonly identities: ReadonlyMap<string, string | undefined>;
  readonly read: LoadedFile;
  zones: ViewZones;
}

interface Passed {
  readonly result: CheckResult;
  readonly trace: Trace;
  /** How many of the check's exceptions had ended: while that is the same, the same ones have. */
  readonly ended: number;
  zones: ViewZones;
}

/**
 * Files of checks that were read, and checks that passed, found again while all that they looked at is the same. Memory
 * for speed only: without it the results are the same. What does not pass is run again, as it tells where things are.
 */
export class CheckMemo {
  readonly #files = new Map<string, readonly ReadFile[]>();
  readonly #passed = new WeakMap<Check, Passed>();
  readonly #changes = new Changes();

  /** As loadChecks; `zones` are those of the repository's resolvers. */
  load(files: readonly CheckFile[], repository: IdentifiedRepository, zones: ViewZones): LoadedChecks {
    const documents: DataFiles = new Map();
    return joined(
      files.map((file) => {
        const known = this.#kept(file).find((one) => this.#isCurrent(one, repository, zones));
        if (known) readAgain(known, repository);
        const read = known ?? readNow(file, repository, documents, zones);
        read.zones = zones;
        this.#keep(file, read, repository);
        return read.read;
      }),
    );
  }

  /** Has the repository read all data files that files of checks refer to, for it to know which are needed. */
  touch(files: readonly CheckFile[], repository: IdentifiedRepository): void {
    const documents: DataFiles = new Map();
    for (const file of files) {
      const known = this.#kept(file).find((one) => hasSameFiles(one, repository));
      if (known) {
        readAgain(known, repository);
        continue;
      }
      const read = readNow(file, repository, documents, new Map());
      if (read.read.looked.names.length === 0) this.#keep(file, read, repository);
    }
  }

  /** As runChecks; `zones` are those the resolvers answer from. */
  run(
    checks: readonly Check[],
    resolvers: Resolvers,
    zones: ViewZones,
    options: RunOptions = {},
  ): CheckResult[] {
    return checks.map((check) => {
      const ended = endedBy(check, options.now);
      const known = this.#passed.get(check);
      if (known?.ended === ended && isUntouched(known.trace, this.#changes.between(known.zones, zones))) {
        known.zones = zones;
        return known.result;
      }
      const { result, runs } = runCheck(check, resolvers, options);
      if (result.passed && !result.expired) {
        this.#passed.set(check, { result, trace: traceOf(runs), ended, zones });
      }
      return result;
    });
  }

  #kept({ file }: CheckFile): readonly ReadFile[] {
    return this.#files.get(file) ?? [];
  }

  #isCurrent(one: ReadFile, repository: IdentifiedRepository, now: ViewZones): boolean {
    const { names } = one.read.looked;
    return hasSameFiles(one, repository) && (names.length === 0 || this.#sameNames(names, one.zones, now));
  }

  #sameNames(names: LoadedFile["looked"]["names"], before: ViewZones, now: ViewZones): boolean {
    const change = this.#changes.between(before, now);
    return (
      change !== undefined && [...change.values()].every((of) => !names.some((one) => affectsNames(of, one)))
    );
  }

  /** Unless something that is there could not be read: another time it may be. */
  #keep(file: CheckFile, read: ReadFile, repository: IdentifiedRepository): void {
    const isWhole = read.read.looked.files.every(
      (path) => repository.identity(path) === undefined || repository.read(path) !== undefined,
    );
    if (!isWhole) return;
    const versions = [read, ...this.#kept(file).filter((one) => one !== read)];
    this.#files.delete(file.file);
    this.#files.set(file.file, versions.slice(0, MOST_VERSIONS));
    for (const oldest of this.#files.keys()) {
      if (this.#files.size <= MOST_FILES) break;
      this.#files.delete(oldest);
    }
  }
}

function hasSameFiles({ identities, read }: ReadFile, repository: IdentifiedRepository): boolean {
  return (
    [...identities].every(([path, identity]) => repository.identity(path) === identity) &&
    [...read.looked.globs].every(([glob, found]) => foundText(findIn(repository, glob)) === found)
  );
}

/** The repository keeps account of what is used. */
function readAgain({ read }: ReadFile, repository: IdentifiedRepository): void {
  for (const path of read.looked.files) repository.read(path);
}

function readNow(
  file: CheckFile,
  repository: IdentifiedRepository,
  documents: DataFiles,
  zones: ViewZones,
): ReadFile {
  const read = readCheckFile(file, new Surroundings(repository, documents));
  const paths = [file.file, ...read.looked.files];
  return { identities: new Map(paths.map((path) => [path, repository.identity(path)])), read, zones };
}

function endedBy({ cases }: Check, now = Number.POSITIVE_INFINITY): number {
  return cases.filter(({ exception }) => exception && exception.ends <= now).length;
}
