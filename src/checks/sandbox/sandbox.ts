import { isUtf8 } from "node:buffer";
import type { CheckFile } from "../check.ts";
import { type CodeRun, FileRun } from "./file-run.ts";
import type { SandboxHost } from "./host.ts";
import { defaultLimits, type SandboxLimits } from "./messages.ts";
import { SandboxRunner } from "./runner.ts";

/** Octets of a file of checks that is run at all. */
const LARGEST = 1024 * 1024;

/**
 * Runs checks in TypeScript where they can do no harm: in QuickJS, compiled to WebAssembly, in a thread of its own that
 * is ended when it does not end. Each file gets a fresh machine; files are run one after the other.
 */
export class Sandbox {
  readonly #limits: SandboxLimits;
  #runner: SandboxRunner | undefined;
  #isBroken = false;

  constructor(limits: SandboxLimits = defaultLimits) {
    this.#limits = limits;
  }

  /** Begins to start the thread, so that the first file does not wait for it. */
  start(): void {
    this.#runner ??= new SandboxRunner();
  }

  /** Whatever the file does, this returns within bounds of time and memory, with what came of it. Never throws. */
  run({ file, octets }: CheckFile, host: SandboxHost): CodeRun {
    const run = new FileRun(file, host, this.#limits);
    let isSpent = false;
    if (octets.length > LARGEST)
      run.problem(`the file has ${octets.length} octets; at most ${LARGEST} are run`, undefined);
    else if (!isUtf8(octets)) run.problem("the file is not UTF-8 text", undefined);
    else isSpent = !this.#run(file, new TextDecoder().decode(octets), host, run);
    return { ...run.conclude(), isSpent };
  }

  /** False where the thread had to be ended. */
  #run(file: string, source: string, { resolvers }: SandboxHost, run: FileRun): boolean {
    this.start();
    const runner = this.#runner!;
    // Not waited for again: that would take as long for every file.
    this.#isBroken ||= !runner.isReady;
    if (this.#isBroken) {
      run.problem("the sandbox for checks in TypeScript did not start", undefined);
      return true;
    }
    const isUsable = runner.run({ file, source, views: [...resolvers.keys()], limits: this.#limits }, run);
    if (!isUsable) void this.close();
    return isUsable;
  }

  /** Ends the thread. A later run starts another. */
  async close(): Promise<void> {
    const runner = this.#runner;
    this.#runner = undefined;
    await runner?.close();
  }
}
