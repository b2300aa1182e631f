import { RE2JS } from "re2js";
import { messageOf } from "../../base/index.ts";

/** Patterns that are kept compiled. */
const MOST = 1_000;

const flagOf: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  m: RE2JS.MULTILINE,
  s: RE2JS.DOTALL,
};

/** Patterns of a stranger, in an engine that takes linear time. */
export class Patterns {
  readonly #compiled = new Map<string, RE2JS>();

  /** Whether a pattern matches somewhere in a text. Flags as of RegExp. Throws TypeError for what RE2 does not know. */
  matches(source: string, flags: string, text: string): boolean {
    const key = `${flags}/${source}`;
    const pattern = this.#compiled.get(key) ?? compile(source, flags);
    if (this.#compiled.size < MOST) this.#compiled.set(key, pattern);
    return pattern.matcher(text).find();
  }
}

function compile(source: string, flags: string): RE2JS {
  const value = [...flags].reduce((sum, flag) => sum | (flagOf[flag] ?? 0), 0);
  try {
    return RE2JS.compile(source, value);
  } catch (error) {
    throw new TypeError(`"${source}" is no pattern of RE2: ${messageOf(error)}`);
  }
}
