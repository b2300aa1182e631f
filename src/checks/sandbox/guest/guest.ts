import type { CheckBody, CheckOptions, CheckTools } from "../api.d.ts";
import type { ToolParts } from "./tools.ts";

/** The one function that leads out of the sandbox: a kind, then texts and numbers; a text or nothing back. */
export type Call = (kind: string, ...args: readonly (string | number)[]) => string | undefined;

/** What the thread calls inside the sandbox. */
export interface Guest {
  readonly check: (name: string, options: unknown, body?: unknown) => void;
  /** Begins a check, by its number, in a view. */
  readonly run: (index: number, view: string) => void;
  /** Ends it, when nothing is left to do; returns how many expectations there were. */
  readonly end: () => number;
  /** Tells the thread of an error that the file as a whole threw. */
  readonly report: (error: unknown) => void;
}

interface Failure {
  readonly subject: number | undefined;
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

/** Makes the inside of the sandbox. Runs there, see `createShow`. */
export function createGuest(
  call: Call,
  makers: Pick<ToolParts, "show" | "equal" | "createExpect"> & {
    readonly createTools: (view: string, parts: ToolParts) => CheckTools;
  },
): Guest {
  const { show } = makers;
  const { parse } = JSON;
  const { isArray } = Array;
  const { keys } = Object;
  const ErrorOf = Error;
  const PromiseOf = Promise;
  const { apply } = Reflect;
  const { then } = Promise.prototype;
  const longest = 100_000;
  const failures = new WeakMap<object, Failure>();
  const failureOf = failures.get.bind(failures);
  const keepFailure = failures.set.bind(failures);
  const bodies: CheckBody[] = [];
  let label = "";
  let expectations = 0;
  let unsettled = 0;

  function ask(kind: string, ...args: readonly string[]): unknown {
    for (let at = 0; at < args.length; at += 1) {
      const arg = args[at] as unknown;
      if (typeof arg !== "string") throw new TypeError(`${show(arg)} stands where a text is needed`);
      if (arg.length > longest) throw new RangeError(`a text of ${arg.length} characters is too long`);
    }
    const reply = call(kind, ...args);
    // The thread ends this at its next look, in a way that no code here can catch.
    while (reply === undefined);
    const { error, value } = parse(reply) as { error?: string; value?: unknown };
    if (error !== undefined) throw new TypeError(error);
    return value;
  }

  function fail(subject: number | undefined, what: string, expected: string, found: string): never {
    const error = new ErrorOf(`expected ${expected}, found ${found}`);
    keepFailure(error, { subject, what, expected, found });
    throw error;
  }

  /** Reads an error that may be anything at all, also one that was made to be hard to read. */
  function partOf(error: unknown, part: "name" | "message" | "stack"): string {
    try {
      const value = (error as Record<string, unknown> | null | undefined)?.[part];
      return typeof value === "string" ? value : "";
    } catch {
      return "";
    }
  }

  function wordsOf(error: unknown): string {
    const [name, message] = [partOf(error, "name"), partOf(error, "message")];
    return message === "" ? `${show(error)} was thrown` : `${name || "Error"}: ${message}`;
  }

  function tell(error: unknown, where: string): void {
    const known = typeof error === "object" && error !== null ? failureOf(error) : undefined;
    const stack = partOf(error, "stack");
    if (known) call("miss", where, known.expected, known.found, known.what, known.subject ?? -1, stack);
    else call("miss", where, "the code to run", wordsOf(error), "", -1, stack);
  }

  function attempt(body: () => unknown): void {
    const where = label;
    call("case", where);
    try {
      const result = body();
      if (!(result instanceof PromiseOf)) return;
      unsettled += 1;
      const settled = () => {
        unsettled -= 1;
      };
      apply(then, result, [
        settled,
        (error: unknown) => {
          settled();
          tell(error, where);
        },
      ]);
    } catch (error) {
      tell(error, where);
    }
  }

  function each(name: string, items: unknown, body: (item: never, key: string) => unknown): void {
    if (typeof body !== "function")
      throw new TypeError("each() takes a name, a list or object, and a function");
    if (typeof items !== "object" || items === null)
      throw new TypeError(`each("${name}") goes through a list or an object, not ${show(items)}`);
    const list = isArray(items) ? items : undefined;
    const entries = list ? list.map((item, at) => [keyOf(item, at), item]) : Object.entries(items);
    if (entries.length === 0) fail(undefined, "", `at least one ${name} to go through`, "none");
    const outer = label;
    for (const [key, item] of entries) {
      label = `${outer === "" ? "" : `${outer} `}${name}=${key}`;
      attempt(() => body(item as never, key as string));
    }
    label = outer;
  }

  function keyOf(item: unknown, at: number): string {
    if (typeof item === "string" || typeof item === "number") return `${item}`;
    if (typeof item === "object" && item !== null) {
      for (const key of ["name", "path", "owner"] as const) {
        const value = (item as Record<string, unknown>)[key];
        if (typeof value === "string") return value;
      }
    }
    return `${at + 1}`;
  }

  const asserted = () => {
    expectations += 1;
  };
  const parts: ToolParts = { ...makers, ask, fail, each, asserted };

  return {
    check(name, second, third) {
      const body = third ?? second;
      const options = (third === undefined ? {} : second) as CheckOptions;
      if (typeof name !== "string" || name.trim() === "")
        throw new TypeError("a check needs a name: check(name, body)");
      if (typeof body !== "function") throw new TypeError(`check("${name}") needs a function that checks`);
      if (typeof options !== "object" || options === null)
        throw new TypeError(`the options of check("${name}") are an object`);
      for (const key of keys(options))
        if (key !== "owner" && key !== "view")
          throw new TypeError(`check("${name}") has no option "${key}": there are owner and view`);
      const { owner = "", view = "" } = options;
      if (typeof owner !== "string" || typeof view !== "string")
        throw new TypeError(`owner and view of check("${name}") are texts`);
      if (call("declare", name.trim(), owner, view, partOf(new ErrorOf(), "stack")) !== undefined)
        bodies.push(body as CheckBody);
    },
    run(index, view) {
      label = "";
      expectations = 0;
      unsettled = 0;
      const tools = makers.createTools(view, parts);
      attempt(() => bodies[index]!(tools));
    },
    end() {
      if (unsettled > 0)
        call(
          "miss",
          "",
          "an end",
          "a promise that never settles: nothing happens later in a check",
          "",
          -1,
          "",
        );
      return expectations;
    },
    report(error) {
      call("problem", wordsOf(error), partOf(error, "stack"));
    },
  };
}
