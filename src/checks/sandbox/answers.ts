import { messageOf } from "../../base/index.ts";
import {
  type Name,
  NameError,
  nameKey,
  parentOf,
  parseName,
  type RRType,
  typeCode,
} from "../../dns/index.ts";
import { describeResolution } from "../describe.ts";
import { hintFor } from "../hint.ts";
import type { Asked, Questions } from "../questions.ts";
import type { OwnedName, RecordPlace, Resolution } from "../resolver.ts";
import { answerOf, recordOf } from "./answer.ts";
import type { DnsRecord } from "./api.d.ts";
import { dataAsJson } from "./data.ts";
import type { SandboxHost } from "./host.ts";
import type { QuestionKind } from "./messages.ts";

/** An answer or a record that the code was given. */
export interface Subject {
  readonly name: Name;
  readonly type: RRType;
  readonly at: RecordPlace | undefined;
  /** Where the answer would be; undefined where there are records. */
  readonly missing: Name | undefined;
}

/** The names of zones that were walked, by view and apex. */
export type Walks = Map<string, readonly OwnedName[]>;

/** Records that one answer to `records` holds, about. */
const PAGE = 200;

type Arguments = readonly (string | number)[];

/** Answers what one run of a check asks, and keeps account of it. */
export class Answers {
  readonly questions: Questions;
  /** By their numbers. */
  readonly subjects: Subject[] = [];
  /** Paths that were asked of `inventory`, and globs that were asked of `config`. */
  readonly data = new Set<string>();
  readonly globs = new Set<string>();
  /** The question that nobody answered. */
  unanswered: Asked | undefined;
  readonly #host: SandboxHost;
  readonly #walks: Walks;

  /** `walks` are shared by the runs of a file. */
  constructor(host: SandboxHost, questions: Questions, walks: Walks) {
    this.#host = host;
    this.questions = questions;
    this.#walks = walks;
  }

  /** The answer as JSON: `{value}`, or `{error}` for a question that is none. Undefined: nobody answered. */
  answer(kind: QuestionKind, args: Arguments): string | undefined {
    try {
      const value = this.#answer(kind, args);
      return value === undefined ? undefined : `{"value":${value}}`;
    } catch (error) {
      return JSON.stringify({ error: messageOf(error) });
    }
  }

  #answer(kind: QuestionKind, args: Arguments): string | undefined {
    const [first = "", second = "", third = "", fourth = ""] = args.map(String);
    switch (kind) {
      case "resolve":
        return this.#resolve(nameFrom(first), typeFrom(second), this.#viewFrom(third));
      case "zones":
        return this.#zones(this.#viewFrom(first));
      case "records":
        return this.#records(
          this.#viewFrom(first),
          nameFrom(second),
          third === "" ? undefined : typeFrom(third),
          fourth,
        );
      case "inventory":
        return this.#data(first);
      case "config":
        return this.#files(first);
    }
  }

  #resolve(name: Name, type: RRType, view: string): string | undefined {
    const resolution = this.#ask(view, name, type);
    if (!resolution) return undefined;
    const missing = resolution.kind === "records" ? undefined : nameKey(resolution.chain.at(-1) ?? name);
    const subject = this.#subject({ name, type, at: resolution.place, missing });
    const subjects = resolution.rdata.map((_, at) =>
      this.#subject({ name, type, at: resolution.places[at], missing }),
    );
    const outcome = describeResolution(resolution, type);
    return JSON.stringify({ subject, subjects, outcome, answer: answerOf(name, type, resolution) });
  }

  #zones(view: string): string {
    const zones = this.#host.zones.filter((zone) => zone.view === view);
    return JSON.stringify(zones.map(({ name, file }) => ({ name, view, file })));
  }

  /** A page of a zone's records, from the name with a number; each is asked for as a resolver would. */
  #records(view: string, apex: Name, only: RRType | undefined, from: string): string | undefined {
    const names = this.#namesIn(view, apex);
    const records: DnsRecord[] = [];
    const subjects: number[] = [];
    let next = Number(from);
    for (; next < names.length && records.length < PAGE; next += 1) {
      const { name, types } = names[next]!;
      for (const type of types) {
        if (only !== undefined && only !== type) continue;
        const resolution = this.#ask(view, name, type);
        if (!resolution) return undefined;
        for (const [index, rdata] of resolution.rdata.entries()) {
          const at = resolution.places[index];
          records.push(recordOf({ owner: name, type, ttl: resolution.ttl, rdata }));
          subjects.push(this.#subject({ name, type, at, missing: undefined }));
        }
      }
    }
    return JSON.stringify({ records, subjects, next: next < names.length ? next : -1 });
  }

  /** The names a zone owns, without those of zones below it. */
  #namesIn(view: string, apex: Name): readonly OwnedName[] {
    const zones = this.#host.zones.filter((zone) => zone.view === view).map(({ name }) => nameKey(name));
    if (!zones.includes(nameKey(apex))) throw new TypeError(`there is no zone ${apex} in view "${view}"`);
    const all = this.questions.inView(view).names(apex);
    const key = `${view} ${nameKey(apex)}`;
    const known = this.#walks.get(key) ?? namesOfZone(all, nameKey(apex), new Set(zones));
    this.#walks.set(key, known);
    return known;
  }

  #data(path: string): string {
    this.data.add(path);
    return asJson(path, this.#host.data(path));
  }

  #files(glob: string): string {
    this.globs.add(glob);
    const files = this.#host.config(glob);
    if (files.length === 0) throw new RangeError(`"${glob}" matches no file of the repository`);
    return `[${files.map(({ path, octets }) => `{"path":${JSON.stringify(path)},"value":${asJson(path, octets)}}`).join(",")}]`;
  }

  #ask(view: string, name: Name, type: RRType): Resolution | undefined {
    const resolution = this.questions.inView(view).resolve(name, type);
    if (resolution.kind !== "unreachable" && resolution.kind !== "pending") return resolution;
    this.unanswered = { name, type, answer: resolution };
    return undefined;
  }

  #viewFrom(text: string): string {
    const views = [...this.#host.resolvers.keys()];
    if (views.includes(text)) return text;
    throw new TypeError(`there is no zone in view "${text}"${hintFor(text, views)}`);
  }

  #subject(subject: Subject): number {
    return this.subjects.push(subject) - 1;
  }
}

/** Of names at or below an apex, those that belong to its zone and to none below. */
function namesOfZone(names: Iterable<OwnedName>, apex: Name, apexes: ReadonlySet<Name>): OwnedName[] {
  return Array.from(names).filter(({ name }) => {
    let at: Name | undefined = name;
    while (at !== undefined && !apexes.has(at)) at = parentOf(at);
    return at === apex;
  });
}

function asJson(path: string, octets: Uint8Array | undefined): string {
  if (!octets) throw new RangeError(`there is no file "${path}" that can be read in the repository`);
  return dataAsJson(path, octets);
}

function nameFrom(text: string): Name {
  try {
    return parseName(text.endsWith(".") ? text : `${text}.`);
  } catch (error) {
    if (!(error instanceof NameError)) throw error;
    throw new TypeError(`"${text}" is no domain name: ${error.message}`);
  }
}

function typeFrom(text: string): RRType {
  const type = typeCode(text);
  if (type === undefined) throw new TypeError(`"${text}" is no record type`);
  return type;
}
