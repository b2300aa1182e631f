import {
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
  type QuickJSWASMModule,
  Scope,
} from "quickjs-emscripten-core";
import { GUEST_FILE, guestCode } from "./guest/index.ts";
import type { RunOrder, Stop } from "./messages.ts";
import type { Outlet } from "./outlet.ts";
import { placeIn } from "./place.ts";
import { describeStop } from "./stop.ts";
import { TimeLimit } from "./time-limit.ts";

/** Of QuickJS, in octets; the thread's own stack has to hold many times that. */
const STACK = 256 * 1024;
/** What files import `check` from. */
const API_MODULE = "zonewright/checks";
/** Jobs of promises that are run between two looks at the time. */
const JOBS = 1_000;

/**
 * Runs a file in a QuickJS of its own, then each check in each of its views; `code` is JavaScript. Only texts and
 * numbers go in and out. Nothing the code does is thrown here: where something is, QuickJS itself broke. False where
 * QuickJS did not get rid of all that the file left behind, and must not be used again.
 */
export function runCode(quickjs: QuickJSWASMModule, code: string, order: RunOrder, outlet: Outlet): boolean {
  const scope = new Scope();
  const time = new TimeLimit(order.limits.timeMs);
  const runtime = scope.manage(
    quickjs.newRuntime({
      memoryLimitBytes: order.limits.memoryMb * 1024 * 1024,
      maxStackSizeBytes: STACK,
      interruptHandler: () => outlet.isStopping || time.isOver,
    }),
  );
  const machine = new Machine(runtime, order, outlet, time, scope);
  if (machine.load(code)) machine.runChecks();
  // What was interrupted in the middle of a job cannot be freed.
  if (time.isOver) return false;
  try {
    scope.dispose();
    return true;
  } catch {
    return false;
  }
}

class Machine {
  readonly #runtime: QuickJSRuntime;
  readonly #context: QuickJSContext;
  readonly #order: RunOrder;
  readonly #outlet: Outlet;
  readonly #time: TimeLimit;
  /** The parts of `Guest`. */
  readonly #guest: Record<"check" | "run" | "end" | "report", QuickJSHandle>;

  constructor(runtime: QuickJSRuntime, order: RunOrder, outlet: Outlet, time: TimeLimit, scope: Scope) {
    this.#runtime = runtime;
    this.#order = order;
    this.#outlet = outlet;
    this.#time = time;
    runtime.setModuleLoader((name) =>
      name === API_MODULE
        ? "export const check = globalThis.check;"
        : { error: new TypeError(`a check imports "${API_MODULE}" only, not "${name.slice(0, 100)}"`) },
    );
    const context = scope.manage(runtime.newContext());
    this.#context = context;
    const call = scope.manage(context.newFunction("call", (...args) => this.#called(args)));
    const create = scope.manage(context.unwrapResult(context.evalCode(guestCode(), GUEST_FILE)));
    const guest = scope.manage(context.unwrapResult(context.callFunction(create, context.undefined, call)));
    const part = (name: string) => scope.manage(context.getProp(guest, name));
    this.#guest = { check: part("check"), run: part("run"), end: part("end"), report: part("report") };
    context.setProp(context.global, "check", this.#guest.check);
  }

  /** Runs the file's own code, which declares checks; false where it did not come to its end. */
  load(code: string): boolean {
    const loaded = this.#context.evalCode(code, this.#order.file, { type: "module" });
    if (loaded.error) return this.#refuse(loaded.error);
    using module = loaded.value;
    const stop = this.#runJobs();
    if (stop) return this.#refuseStopped(stop);
    const state = this.#context.getPromiseState(module);
    if (state.type === "rejected") return this.#refuse(state.error);
    if (state.type === "pending") {
      this.#outlet.problem("the file waits for a promise that never settles", "");
      return false;
    }
    if (!state.notAPromise) state.value.dispose();
    return true;
  }

  runChecks(): void {
    for (const [index, { view: only }] of this.#outlet.declared.entries()) {
      for (const view of this.#order.views) {
        if (only !== undefined && only !== view) continue;
        this.#outlet.begin(index, view);
        const stop = this.#runCheck(index, view);
        this.#outlet.end(stop ? 0 : this.#end(), stop);
        if (stop?.by === "time") return;
      }
    }
  }

  #runCheck(index: number, view: string): Stop | undefined {
    const context = this.#context;
    using number = context.newNumber(index);
    using name = context.newString(view);
    const result = context.callFunction(this.#guest.run, context.undefined, number, name);
    if (result.error) return this.#stopBy(result.error);
    result.dispose();
    return this.#runJobs();
  }

  /** How many expectations there were. */
  #end(): number {
    const result = this.#context.callFunction(this.#guest.end, this.#context.undefined);
    using count = result.error ?? result.value;
    return result.error ? 0 : this.#context.getNumber(count);
  }

  /** Runs what promises left to do. */
  #runJobs(): Stop | undefined {
    while (this.#runtime.hasPendingJob()) {
      const ran = this.#runtime.executePendingJobs(JOBS);
      if (ran.error) return this.#stopBy(ran.error);
      ran.dispose();
      if (this.#time.isOver) return { by: "time", place: undefined };
    }
    return undefined;
  }

  #refuse(error: QuickJSHandle): false {
    using thrown = error;
    const stop = this.#stopOf(thrown);
    if (stop) return this.#refuseStopped(stop);
    const told = this.#context.callFunction(this.#guest.report, this.#context.undefined, thrown);
    if (told.error) this.#outlet.problem("the file threw an error that cannot be read", "");
    told.dispose();
    return false;
  }

  #refuseStopped(stop: Stop): false {
    const at = stop.place ? `${this.#order.file}:${stop.place.line}:${stop.place.column}` : "";
    this.#outlet.problem(`the file was stopped: ${describeStop(stop, this.#order.limits)}`, at);
    return false;
  }

  /** What ended a check, whose own errors are told inside. */
  #stopBy(error: QuickJSHandle): Stop {
    using thrown = error;
    return this.#stopOf(thrown) ?? { by: "memory", place: undefined };
  }

  /** What ended the code in a way that it cannot catch; undefined for an error of its own. */
  #stopOf(error: QuickJSHandle): Stop | undefined {
    const text = (name: string) => {
      using value = this.#context.getProp(error, name);
      return this.#context.typeof(value) === "string" ? this.#context.getString(value) : "";
    };
    const isObject = this.#context.typeof(error) === "object";
    const by = this.#outlet.isStopping
      ? "question"
      : this.#time.isOver
        ? "time"
        : !isObject || text("message") === "out of memory"
          ? "memory"
          : undefined;
    return by && { by, place: isObject ? placeIn(text("stack"), this.#order.file) : undefined };
  }

  #called(handles: readonly QuickJSHandle[]): QuickJSHandle {
    const context = this.#context;
    const reply = this.#outlet.called(
      handles.map((handle) => {
        const type = context.typeof(handle);
        if (type === "string") return context.getString(handle);
        if (type === "number") return context.getNumber(handle);
        throw new TypeError("only texts and numbers leave the sandbox");
      }),
    );
    return reply === undefined ? context.undefined : context.newString(reply);
  }
}
