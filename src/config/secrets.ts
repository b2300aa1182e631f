import { messageOf } from "../base/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import { type ConfigDocument, type Path, problem } from "./document.ts";
import { pathText } from "./issue.ts";

/** Reads what `env:NAME` and `file:PATH` refer to, and remembers every secret it gave out. */
export class Secrets {
  readonly #env: Readonly<Record<string, string | undefined>>;
  readonly #readFile: (path: string) => string;
  readonly #known = new Set<string>();

  /** `readFile` gives a file's text or throws. */
  constructor(env: Readonly<Record<string, string | undefined>>, readFile: (path: string) => string) {
    this.#env = env;
    this.#readFile = readFile;
  }

  /** An environment variable that is no secret; undefined where it is not set or empty. */
  setting(name: string): string | undefined {
    return this.#env[name]?.trim() || undefined;
  }

  /** A secret environment variable; undefined where it is not set or empty. */
  variable(name: string): string | undefined {
    return this.#remember(this.#env[name]);
  }

  /** The file's text without line ends at its end. */
  file(path: string): { secret: string } | { problem: string } {
    try {
      const secret = this.#remember(this.#readFile(path).replace(/(?<![\r\n])[\r\n]+$/, ""));
      return secret === undefined ? { problem: `the file ${path} is empty` } : { secret };
    } catch (error) {
      return { problem: `the file ${path} cannot be read: ${messageOf(error)}` };
    }
  }

  /** A copy of `value` in which each text that is a reference is replaced by the secret it refers to. */
  resolve(value: unknown, document: ConfigDocument, at: Path): { value: unknown; diagnostics: Diagnostic[] } {
    const diagnostics: Diagnostic[] = [];
    const walk = (inner: unknown, path: Path): unknown => {
      if (typeof inner === "string") {
        const read = this.#reference(inner);
        if (read && "problem" in read)
          diagnostics.push(problem(document.valueSpan(path), `${pathText(path)}: ${read.problem}`));
        return read && "secret" in read ? read.secret : inner;
      }
      if (Array.isArray(inner)) return inner.map((item, index) => walk(item, [...path, index]));
      if (inner === null || typeof inner !== "object") return inner;
      return Object.fromEntries(
        Object.entries(inner).map(([key, item]) => [key, walk(item, [...path, key])]),
      );
    };
    return { value: walk(value, at), diagnostics };
  }

  /** The text with every secret that was ever read taken out. */
  redact(text: string): string {
    return [...this.#known]
      .sort((a, b) => b.length - a.length)
      .reduce((kept, secret) => kept.replaceAll(secret, "[secret]"), text);
  }

  #reference(text: string): { secret: string } | { problem: string } | undefined {
    const env = /^env:([A-Za-z_][A-Za-z0-9_]*)$/.exec(text);
    if (env) {
      const secret = this.variable(env[1]!);
      return secret === undefined ? { problem: `the environment variable ${env[1]} is not set` } : { secret };
    }
    return text.startsWith("file:") ? this.file(text.slice("file:".length)) : undefined;
  }

  #remember(secret: string | undefined): string | undefined {
    if (secret === undefined || secret === "") return undefined;
    this.#known.add(secret);
    return secret;
  }
}
