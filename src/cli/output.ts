import type { Writable } from "node:stream";
import colors from "picocolors";
import { messageOf, showInvisible } from "../base/index.ts";

/** Where a command writes: results to `out`, everything else to `note`. */
export interface Output {
  out(text: string): void;
  note(text: string): void;
  /** What is being done, for somebody who waits at a terminal: gone with the next thing said. Nothing elsewhere. */
  progress(doing: string): void;
  /** Waits until everything is written. Gives what went wrong with that; a reader that left (`| head`) is no fault. */
  finish(): Promise<string | undefined>;
  /** True when stdout is a terminal that shows colours and nobody asked for none (NO_COLOR). */
  readonly colour: boolean;
  readonly paint: ReturnType<typeof colors.createColors>;
}

/** A stream of the process, or one like it. */
export type Stream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

const CLEAR_LINE = "\r\u001b[2K";

/** The process's own streams unless others are given. */
export function processOutput(
  stdout: Stream = process.stdout,
  stderr: Stream = process.stderr,
  colourful: boolean = colors.isColorSupported,
): Output {
  const colour = stdout.isTTY === true && colourful;
  let progressing = false;
  let fault: string | undefined;
  const fail = (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") fault ??= messageOf(error);
  };
  for (const stream of [stdout, stderr]) stream.on("error", fail);
  const endProgress = () => {
    if (progressing) stderr.write(CLEAR_LINE);
    progressing = false;
  };
  return {
    out(text) {
      endProgress();
      if (text !== "") stdout.write(withNewline(text));
    },
    note(text) {
      endProgress();
      if (text !== "") stderr.write(withNewline(text));
    },
    progress(doing) {
      if (stderr.isTTY !== true) return;
      const shown = showInvisible(doing).replace(/\s+/g, " ");
      stderr.write(CLEAR_LINE + shown.slice(0, (stderr.columns || 80) - 1));
      progressing = true;
    },
    async finish() {
      endProgress();
      await Promise.all([written(stdout), written(stderr)]);
      // A write that went wrong at once is told a moment later.
      await new Promise(setImmediate);
      return fault;
    },
    colour,
    paint: colors.createColors(colour),
  };
}

function withNewline(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}

/** Resolves when all that was written before has gone out, or cannot; errors come as events. */
function written(stream: Stream): Promise<void> {
  if (stream.destroyed || stream.writableLength === 0) return Promise.resolve();
  return new Promise((resolve) => {
    stream.once("close", resolve);
    stream.write("", () => resolve());
  });
}
