import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { ZonewrightError } from "../../../base/index.ts";
import type { Git } from "./git.ts";

export type ObjectType = "blob" | "tree" | "commit" | "tag";

export interface GitObject {
  readonly id: string;
  readonly type: ObjectType;
  readonly content: Buffer;
}

interface Waiting {
  resolve(object: GitObject | undefined): void;
  reject(error: unknown): void;
}

/** Reads objects through one long-lived `git cat-file --batch`, in the order asked. */
export class ObjectReader {
  readonly #git: Git;
  readonly #waiting: Waiting[] = [];
  #child: ChildProcessWithoutNullStreams | undefined;
  #buffer: Buffer = Buffer.alloc(0);

  constructor(git: Git) {
    this.#git = git;
  }

  /** The object with this full id; undefined if the repository has none. */
  async read(id: string): Promise<GitObject | undefined> {
    if (!isObjectId(id)) return undefined;
    return await new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#process().stdin.write(`${id}\n`);
    });
  }

  async close(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    // It may have gone already: Ctrl-C on a terminal reaches every process of the group.
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      child.on("close", () => resolve());
      child.stdin.end();
    });
  }

  #process(): ChildProcessWithoutNullStreams {
    if (this.#child) return this.#child;
    const child = this.#git.spawn(["cat-file", "--batch"]);
    child.stdout.on("data", (chunk: Buffer) => this.#receive(chunk));
    child.stderr.resume();
    child.stdin.on("error", (error) => this.#fail(error));
    child.on("error", (error) => this.#fail(error));
    child.on("close", () => this.#fail(new ZonewrightError("git cat-file", "it ended early")));
    this.#child = child;
    return child;
  }

  #receive(chunk: Buffer): void {
    this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const end = this.#buffer.indexOf(10);
      if (end < 0) return;
      const [id, type, size] = this.#buffer.toString("latin1", 0, end).split(" ");
      if (type === "missing") {
        this.#buffer = this.#buffer.subarray(end + 1);
        this.#waiting.shift()?.resolve(undefined);
        continue;
      }
      const stop = end + 1 + Number(size);
      if (this.#buffer.length < stop + 1) return;
      const content = Buffer.from(this.#buffer.subarray(end + 1, stop));
      this.#buffer = this.#buffer.subarray(stop + 1);
      this.#waiting.shift()?.resolve({ id: id!, type: type as ObjectType, content });
    }
  }

  #fail(error: unknown): void {
    for (const waiting of this.#waiting.splice(0)) waiting.reject(error);
  }
}

/** A full SHA-1 object id in lower-case hex. */
export function isObjectId(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text);
}
